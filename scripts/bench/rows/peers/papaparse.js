// PapaParse to rows of strings: its quickest way.
import Papa from 'papaparse';

export async function run(file) {
  const began = performance.now();
  const { data } = Papa.parse(await file.text(), { skipEmptyLines: true });
  return { read: performance.now() - began, rows: data.length - 1 };
}
