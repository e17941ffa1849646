/** The few ways this page makes elements: always by name and text, never from markup. */

/** An element with attributes, listeners (functions) and children. */
export function h(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat());
  return made;
}

/** A labelled list of choices; `options` are `[value, words]`. */
export function choice(words, name, options, chosen) {
  const list = h(
    'select',
    { name },
    options.map(([value, text]) => h('option', { value }, text)),
  );
  if (chosen !== undefined) list.value = chosen;
  return h('label', { class: 'field' }, h('span', {}, words), list);
}

export function byId(id) {
  return document.getElementById(id);
}
