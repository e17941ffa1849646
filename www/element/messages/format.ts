/**
 * ICU MessageFormat, the part that our messages use: arguments, `number`, `date`, `list`, `plural` (with `=0` and `#`)
 * and `select`, nested. A full formatter would cost as much as the whole element; the rest of the work is Intl's.
 */
export type Argument = string | number | boolean | readonly string[] | undefined;
export type Arguments = Readonly<Record<string, Argument>>;

/** A piece of a finished sentence; `name` is the argument that it came from, so that a view may set it apart. */
export interface Piece {
  readonly text: string;
  readonly name?: string;
}

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'hash' }
  | { kind: 'argument'; name: string; style: string; detail: string }
  | { kind: 'choice'; name: string; plural: boolean; cases: ReadonlyMap<string, readonly Part[]> };

/** How values are written: handed in, so that this file knows no locale. */
export interface Writer {
  number(value: number, detail: string): string;
  date(value: string, detail: string): string;
  list(values: readonly string[]): string;
  plural(value: number): string;
}

/** A message ready to be filled in. Throws a `SyntaxError` where the pattern is malformed. */
export class Pattern {
  readonly #parts: readonly Part[];

  constructor(source: string) {
    this.#parts = new Parser(source).whole();
  }

  pieces(args: Arguments, writer: Writer): Piece[] {
    return fill(this.#parts, args, writer, 0);
  }
}

function fill(parts: readonly Part[], args: Arguments, writer: Writer, counted: number): Piece[] {
  return parts.flatMap((part) => one(part, args, writer, counted));
}

function one(part: Part, args: Arguments, writer: Writer, counted: number): Piece[] {
  if (part.kind === 'text') return [{ text: part.text }];
  if (part.kind === 'hash') return [{ text: writer.number(counted, '') }];
  const value = args[part.name];
  if (part.kind === 'argument') return [{ text: write(value, part, writer), name: part.name }];
  const count = Number(value);
  const chosen = part.plural ? forCount(part.cases, count, writer) : part.cases.get(String(value));
  return fill(chosen ?? part.cases.get('other') ?? [], args, writer, part.plural ? count : counted);
}

function forCount(cases: ReadonlyMap<string, readonly Part[]>, count: number, writer: Writer) {
  return cases.get(`=${count}`) ?? cases.get(writer.plural(count));
}

function write(value: Argument, part: { style: string; detail: string; name: string }, writer: Writer): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return writer.list(value);
  if (part.style === 'date') return writer.date(String(value), part.detail);
  if (typeof value === 'number') return writer.number(value, part.detail);
  return String(value);
}

class Parser {
  #at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): readonly Part[] {
    const parts = this.#parts(false);
    if (this.#at < this.#source.length) throw this.#error('a closing brace too many');
    return parts;
  }

  #parts(counted: boolean): Part[] {
    const parts: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
    };
    while (this.#at < this.#source.length && this.#source[this.#at] !== '}') {
      const char = this.#source[this.#at] as string;
      if (char === "'") text += this.#quoted();
      else if (char === '{') {
        flush();
        parts.push(this.#argument());
      } else if (char === '#' && counted) {
        flush();
        this.#at += 1;
        parts.push({ kind: 'hash' });
      } else {
        text += char;
        this.#at += 1;
      }
    }
    flush();
    return parts;
  }

  /** Two apostrophes are one; one before a brace or hash opens a literal; any other stands for itself. */
  #quoted(): string {
    const next = this.#source[this.#at + 1];
    if (next === "'") {
      this.#at += 2;
      return "'";
    }
    if (next === undefined || !'{}#'.includes(next)) {
      this.#at += 1;
      return "'";
    }
    const end = this.#source.indexOf("'", this.#at + 1);
    const stop = end < 0 ? this.#source.length : end;
    const literal = this.#source.slice(this.#at + 1, stop);
    this.#at = stop + 1;
    return literal;
  }

  #argument(): Part {
    this.#expect('{');
    const name = this.#word();
    if (this.#take('}')) return { kind: 'argument', name, style: '', detail: '' };
    this.#expect(',');
    const style = this.#word();
    if (style === 'plural' || style === 'select') {
      this.#expect(',');
      return { kind: 'choice', name, plural: style === 'plural', cases: this.#cases(style === 'plural') };
    }
    const detail = this.#take(',') ? this.#word() : '';
    this.#expect('}');
    return { kind: 'argument', name, style, detail };
  }

  #cases(counted: boolean): Map<string, readonly Part[]> {
    const cases = new Map<string, readonly Part[]>();
    while (!this.#take('}')) {
      const key = this.#word();
      this.#expect('{');
      cases.set(key, this.#parts(counted));
      this.#expect('}');
    }
    if (!cases.has('other')) throw this.#error('a choice without "other"');
    return cases;
  }

  #word(): string {
    this.#space();
    const found = /^[=\w-]+/.exec(this.#source.slice(this.#at))?.[0];
    if (found === undefined) throw this.#error('a name was expected');
    this.#at += found.length;
    this.#space();
    return found;
  }

  #take(char: string): boolean {
    this.#space();
    if (this.#source[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #expect(char: string): void {
    // The text of a case begins right after its brace: no space may be eaten there.
    if (this.#source[this.#at] !== char) throw this.#error(`"${char}" was expected`);
    this.#at += 1;
  }

  #space(): void {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at += 1;
  }

  #error(what: string): SyntaxError {
    return new SyntaxError(`${what} at ${this.#at} in: ${this.#source}`);
  }
}
