/** What a file is written in. The package reads UTF-8; what spreadsheets write beside it is turned into that here. */

const GLANCE = 64 * 1024;
/** Of text in two bytes a letter, about every other byte of Western text is zero. */
const MANY_ZEROS = 0.3;
/** A workbook begins so, and holds zeros enough of its own. */
const ARCHIVE = [0x50, 0x4b, 3, 4];

/** UTF-16 by its mark, or by the zeros between Western letters. */
function twoBytes(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (ARCHIVE.every((byte, at) => bytes[at] === byte)) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] += 1;
  const [even, odd] = zeros.map((count) => count / (bytes.length / 2));
  if (odd > MANY_ZEROS && even < MANY_ZEROS / 10) return 'utf-16le';
  return even > MANY_ZEROS && odd < MANY_ZEROS / 10 ? 'utf-16be' : undefined;
}

/** Other kinds of files hold bytes that no text has: those are the package's to name. */
const isText = (bytes) => !bytes.includes(0);

function isUtf8(bytes) {
  try {
    // Cut off anywhere, its last letter may be half of one.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The name of the encoding, by a file's beginning. */
export async function encodingOf(file) {
  const bytes = new Uint8Array(await file.slice(0, GLANCE).arrayBuffer());
  return twoBytes(bytes) ?? (isUtf8(bytes) || !isText(bytes) ? 'utf-8' : 'windows-1252');
}

/** The same file in UTF-8. */
export async function inUtf8(file, encoding) {
  if (encoding === 'utf-8') return file;
  const text = file.stream().pipeThrough(new TextDecoderStream(encoding)).pipeThrough(new TextEncoderStream());
  return new File([await new Response(text).blob()], file.name, { type: 'text/csv' });
}

export const ENCODING_WORDS = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 (Latin-1), since its bytes are no UTF-8',
};
