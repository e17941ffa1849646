// The honest rival: JavaScript written by hand for this one file, typed arrays, no mapping, no bad rows, no upsert.
/** Every KPI of every group, in the order of the reference. */
function valuesOf(cells, codes, { teams, channels }) {
  const names = codes.map((known) => [...known.values()].map(({ text }) => text));
  const values = Array(24 * teams.length * channels.length * 11).fill(Number.NaN);
  for (const cell of cells) {
    const [month, code] = [Math.floor(cell.group / 256) - 2024 * 12, cell.group % 256];
    const [team, channel] = [teams.indexOf(names[1][code % 16]), channels.indexOf(names[0][code >> 4])];
    const { n, waits, lengths, good, rated, net, asked, effort, efforts, again, of, kept } = cell;
    const times = [waits, lengths].flatMap(({ mean, median, p90 }) => [mean, median, p90]);
    const kpis = [...times, kept / n, good / rated, net / asked, effort / efforts, again / of];
    const place = ((month * teams.length + team) * channels.length + channel) * kpis.length;
    kpis.forEach((value, at) => {
      values[place + at] = value;
    });
  }
  return values;
}

export async function run(file, { teams, channels }) {
  const began = performance.now();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const most = Math.ceil(bytes.length / 80);
  const column = (Kind) => new Kind(most);
  const [created, replied, resolved] = [column(Float64Array), column(Float64Array), column(Float64Array)];
  const group = column(Uint16Array);
  const [csat, nps, ces, contacts, reopened] = [0, 1, 2, 3, 4].map(() => column(Int16Array));
  const codes = [new Map(), new Map()];
  const decoder = new TextDecoder();
  const code = (known, from, to) => {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + bytes[at]) | 0;
    let found = known.get(hash);
    if (found === undefined) {
      found = { code: known.size, text: decoder.decode(bytes.subarray(from, to)) };
      known.set(hash, found);
    }
    return found.code;
  };
  const two = (at) => (bytes[at] - 48) * 10 + bytes[at + 1] - 48;
  const days = new Map();
  const time = (from, to) => {
    if (from === to) return Number.NaN;
    const key = (two(from) * 100 + two(from + 2)) * 512 + two(from + 5) * 32 + two(from + 8);
    let day = days.get(key);
    if (day === undefined) {
      day = Date.UTC(two(from) * 100 + two(from + 2), two(from + 5) - 1, two(from + 8)) / 1000;
      days.set(key, day);
    }
    return day + two(from + 11) * 3600 + two(from + 14) * 60 + two(from + 17);
  };
  const count = (from, to) => {
    if (from === to) return -1;
    let sum = 0;
    for (let at = from; at < to; at += 1) sum = sum * 10 + bytes[at] - 48;
    return sum;
  };
  const starts = new Uint32Array(15);
  const ends = new Uint32Array(15);
  let rows = 0;
  for (let at = bytes.indexOf(10) + 1; at < bytes.length; rows += 1) {
    for (let field = 0; field < 15; field += 1) {
      const quote = bytes[at] === 34;
      starts[field] = quote ? at + 1 : at;
      if (quote) {
        at = bytes.indexOf(34, at + 1);
        ends[field] = at;
        at += 1;
      } else {
        while (bytes[at] !== 44 && bytes[at] !== 10) at += 1;
        ends[field] = at;
      }
      at += 1;
    }
    group[rows] = code(codes[0], starts[1], ends[1]) * 16 + code(codes[1], starts[2], ends[2]);
    created[rows] = time(starts[3], ends[3]);
    replied[rows] = time(starts[4], ends[4]);
    resolved[rows] = time(starts[5], ends[5]);
    reopened[rows] = count(starts[6], ends[6]);
    contacts[rows] = count(starts[7], ends[7]);
    csat[rows] = count(starts[11], ends[11]);
    nps[rows] = count(starts[12], ends[12]);
    ces[rows] = count(starts[13], ends[13]);
  }
  const read = performance.now() - began;
  const cells = new Map();
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(created[row] * 1000);
    const key = (day.getUTCFullYear() * 12 + day.getUTCMonth()) * 256 + group[row];
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = {
        n: 0,
        waits: [],
        lengths: [],
        group: key,
        good: 0,
        rated: 0,
        net: 0,
        asked: 0,
        effort: 0,
        efforts: 0,
        again: 0,
        of: 0,
        kept: 0,
      };
      cells.set(key, cell);
    }
    cell.n += 1;
    if (!Number.isNaN(replied[row])) cell.waits.push(replied[row] - created[row]);
    if (!Number.isNaN(resolved[row])) {
      cell.lengths.push(resolved[row] - created[row]);
      if (resolved[row] - created[row] <= 172_800) cell.kept += 1;
    }
    if (csat[row] >= 0) {
      cell.rated += 1;
      if (csat[row] >= 4) cell.good += 1;
    }
    if (nps[row] >= 0) {
      cell.asked += 1;
      cell.net += nps[row] >= 9 ? 1 : nps[row] <= 6 ? -1 : 0;
    }
    if (ces[row] >= 0) {
      cell.efforts += 1;
      cell.effort += ces[row];
    }
    cell.of += contacts[row];
    cell.again += reopened[row];
  }
  for (const { waits, lengths } of cells.values()) {
    for (const list of [waits, lengths]) {
      const sorted = Float64Array.from(list).sort();
      const quantile = (p) => {
        const rank = (sorted.length - 1) * p;
        const [low, high] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
        return low + (rank - Math.floor(rank)) * (high - low);
      };
      list.median = quantile(0.5);
      list.p90 = quantile(0.9);
      list.mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
    }
  }
  const aggregate = performance.now() - began - read;
  const values = () => valuesOf([...cells.values()], codes, { teams, channels });
  return { read, aggregate, rows, groups: cells.size, values };
}
