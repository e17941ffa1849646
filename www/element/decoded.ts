/** Bytes that came as text, a character a byte. */

/** Stands behind the last byte. Where it reads as something else, the script was not read as UTF-8. */
const END = '\u00ff';

export function decoded(text: string): Uint8Array<ArrayBuffer> {
  const read = text.endsWith(END) ? text : readAgain(text);
  const bytes = new Uint8Array(read.length - END.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = read.charCodeAt(at);
  return bytes;
}

/**
 * A page in an old encoding reads a classic script in the same, unless the server says what it is: the characters are
 * turned back into the bytes that they were made of, and those are read as UTF-8.
 */
function readAgain(text: string): string {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const characters = new TextDecoder(document.characterSet).decode(all);
  const byteOf = new Map(Array.from(characters, (character, byte) => [character, byte]));
  return new TextDecoder().decode(Uint8Array.from(text, (character) => byteOf.get(character) ?? 0));
}
