/** The waterfall and the what-if: nothing supposed ever looks like the truth. */
export const asking = `
.foreseen>p{font-size:13px;line-height:1.5}
.trend{display:grid;gap:8px;font-size:13px;line-height:1.5}
.trend>*{min-inline-size:0}
.plot{position:relative}
.plot canvas{display:block;inline-size:100%}
.along{position:absolute;inset:0;cursor:crosshair;touch-action:pan-y}
.readout{font-weight:600}
.programmes{padding-inline-start:1.6em;list-style:decimal}
.asking{display:grid;gap:8px}
.asking>p{font-size:13px}
.waterfall tr{position:relative}
.waterfall tbody tr{border-block-end:1px solid var(--rule)}
.waterfall tbody :is(th,td){border:0}
.waterfall .gives>*{padding-block-end:16px}
.step{position:absolute;inset-block-end:4px;inset-inline-start:calc(var(--start)*100%);inline-size:calc((var(--end) - var(--start))*100%);min-inline-size:2px;block-size:6px;background:var(--accent);border-radius:1px;forced-color-adjust:none}
.waterfall .unknown td{color:var(--second)}
.waterfall .unknown td:last-child{white-space:normal}
.waterfall tfoot tr>:is(th[scope=row],td){font-weight:600;display:table-cell;padding-block-end:8px}
.waterfall :is(th,td){padding-inline-end:8px}
.waterfall :is(th,td):last-child{padding-inline-end:0}
.waterfall thead th{overflow-wrap:normal}
.waterfall tbody th{inline-size:100%}
.waterfall tbody th :is(button,bdi){overflow-wrap:break-word}
.ask{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end}
.ask label{display:grid;gap:4px;font-size:13px}
.ask input{box-sizing:border-box;inline-size:9em;max-inline-size:100%;min-block-size:32px;padding:4px 8px;font:inherit;color:var(--ink);background:var(--raised);border:1px solid var(--second);border-radius:4px}
.supposed{display:grid;gap:8px;justify-items:start;padding:12px;outline:2px dashed var(--accent);outline-offset:-2px;border-radius:4px;font-size:13px}
.supposed .tag{padding-inline:8px;border:1px dashed var(--accent);border-radius:4px;color:var(--accent);font-weight:600}
.shifts{display:grid;gap:8px;inline-size:100%}
.shifts li{display:grid;gap:2px;justify-items:start;padding-block-start:8px;border-block-start:1px solid var(--rule)}
.from-to{display:flex;flex-wrap:wrap;gap:2px 8px;align-items:baseline}
.is,.would{display:inline-flex;flex-wrap:wrap;gap:0 6px;align-items:baseline}
.is{color:var(--second)}
.would{outline:1px dashed var(--accent);outline-offset:2px;border-radius:2px}
`;
