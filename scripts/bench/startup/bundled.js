// Ours as an application bundles it: the element, and the plan in the script.
import 'throughline/element.js';
import { plan } from './board.mjs';

document.querySelector('strategy-board').plan = plan;
