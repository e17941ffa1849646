/** Paper, type and the grid of four. */
export const base = `
:host{display:block;contain:layout style;container-type:inline-size;position:relative}
:host([hidden]){display:none}
*,*::before,*::after{box-sizing:border-box}
.board{background:var(--paper);color:var(--ink);padding:24px;border-radius:4px;
font:400 15px/1.45 var(--strategy-board-font,system-ui,sans-serif);font-variant-numeric:tabular-nums;
overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
h2,h3,h4,p,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
p,h2,h3,h4,caption,.link,.title,.by,.remedy,.word,.note,.about{unicode-bidi:plaintext;text-align:-webkit-match-parent;text-align:match-parent}
h3{font-size:15px;font-weight:600}
em{font-style:italic}
button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;text-align:start;cursor:pointer;min-block-size:24px;min-inline-size:24px}
:focus{outline:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.link{text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:3px}
.link:hover{text-decoration-color:var(--accent);color:var(--accent)}
.quiet{font-size:13px;line-height:24px;padding:0 12px;border:1px solid var(--rule);border-radius:4px;background:var(--raised)}
.quiet:hover{border-color:var(--accent);color:var(--accent)}
.kind{font-size:12px;letter-spacing:.06em;text-transform:uppercase;color:var(--second);font-weight:400}
.note,.by,.meta,.next{font-size:13px;color:var(--second)}
.unseen{position:absolute;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.number{font-weight:600}
.unit{font-size:.62em;margin-inline-start:.12em;color:var(--second);font-weight:400}
.figure{white-space:nowrap}
.figure.big{flex:none;font-size:34px;line-height:1.1}
.figure.big .unit{font-size:18px}
.mark{inline-size:14px;block-size:14px;flex:none;display:inline-block;vertical-align:-2px}
.mark .cut{stroke:var(--paper)}
.status{display:inline-flex;align-items:center;gap:6px;font-size:13px;font-weight:600;white-space:nowrap}
.is-on-track,.is-met,.is-done{color:var(--on-track)}
.is-at-risk{color:var(--at-risk)}
.is-off-track,.is-not-met{color:var(--off-track)}
.is-cannot-tell{color:var(--cannot-tell)}
.is-stale{color:var(--stale)}
.is-no-data,.is-not-started{color:var(--no-data)}
.faint .figure,.faint .col-value{color:var(--second)}
@media (forced-colors:active){.mark,.status{forced-color-adjust:preserve-parent-color}.board{border:1px solid CanvasText}}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{animation:none!important}}
`;
