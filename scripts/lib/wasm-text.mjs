// Wasm bytes within a script: as text of a character a byte, which packs as well as the bytes themselves (base64 does not).

/** What ends the text: a reader in another encoding than UTF-8 sees something else (www/element/decoded.ts). */
const END = '\u00ff';

/** A module that exports the text. */
export const textModule = (about, bytes) =>
  `/** ${about}. */\nexport default ${JSON.stringify(bytes.toString('latin1') + END)};\n`;

/** A script with the characters of that text as they are: esbuild writes all beyond ASCII as escapes. */
export function unescaped(code) {
  const start = /(["'`])\\0asm/.exec(code);
  if (start === null) return code;
  const [from, quote] = [start.index + 1, start[1]];
  let end = from;
  while (code[end] !== quote) end += code[end] === '\\' ? 2 : 1;
  const plain = (sequence, hex) => (hex === undefined ? sequence : String.fromCharCode(Number.parseInt(hex, 16)));
  const text = code.slice(from, end).replace(/\\(?:x([89a-f][\da-f])|[\s\S])/gi, plain);
  return code.slice(0, from) + text + code.slice(end);
}
