// A lesson's page with no kernel and no network: its quizzes, and its comic a panel at a time.

import offline from "../items/offline.js";
import { createStrip } from "./strip.js";

/** @type {NodeListOf<HTMLElement>} */
const lists = document.querySelectorAll("ol.lc-panels[data-texts]");
for (const list of lists) createStrip(list, JSON.parse(list.dataset.texts ?? ""));

export default offline;
