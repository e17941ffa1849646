// A second reader of the messages' language (ICU MessageFormat as far as ours goes), for checks of translations.

/** The arguments of a message, its choices with the names of their cases, and the text that stands around. */
export function partsOf(source) {
  let at = 0;
  const found = { arguments: new Set(), choices: [], words: '' };
  const error = (what) => new SyntaxError(`${what} at ${at} in: ${source}`);
  const skip = () => {
    while (/\s/.test(source[at] ?? '')) at += 1;
  };
  const word = () => {
    skip();
    const name = /^[=\w-]+/.exec(source.slice(at))?.[0];
    if (name === undefined) throw error('a name was expected');
    at += name.length;
    skip();
    return name;
  };
  const expect = (char) => {
    if (source[at] !== char) throw error(`"${char}" was expected`);
    at += 1;
  };
  const text = (deep) => {
    while (at < source.length && !(deep && source[at] === '}')) {
      if (source[at] === '{') argument();
      else {
        found.words += source[at];
        at += 1;
      }
    }
  };
  const argument = () => {
    expect('{');
    const name = word();
    if (source[at] === '}') {
      at += 1;
      found.arguments.add(name);
      return;
    }
    expect(',');
    const kind = word();
    if (kind !== 'plural' && kind !== 'select') {
      let detail = '';
      if (source[at] === ',') {
        at += 1;
        detail = word();
      }
      expect('}');
      found.arguments.add(`${name}, ${kind}${detail === '' ? '' : `, ${detail}`}`);
      return;
    }
    expect(',');
    const cases = [];
    for (skip(); source[at] !== '}'; skip()) {
      cases.push(word());
      expect('{');
      text(true);
      expect('}');
    }
    at += 1;
    found.choices.push({ name, kind, cases });
    found.arguments.add(`${name}, ${kind}`);
  };
  text(false);
  return found;
}
