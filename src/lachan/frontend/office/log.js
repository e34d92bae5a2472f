// The audit log; taking out and erasing what is stored about people.

/**
 * @import { ActJson, ContestJson } from "../wire"
 * @import { Child } from "../shared/dom.js"
 * @import { PartPlace } from "./contest.js"
 */
import { createButton, fillIn, fillWith, h } from "../shared/dom.js";
import { createInput } from "./fields.js";
import { saveFile } from "./link.js";
import { describePrivacy } from "./names.js";
import {
  createAskButton,
  createCard,
  createNotice,
  createRow,
  createTable,
  describeFault,
  openAct,
} from "./parts.js";

/** @param {PartPlace} place */
export function createLog({ office, contest, hear }) {
  const { words, link, rights, root } = office;
  const { slug } = contest;
  const notice = createNotice();
  const place = h("div", {});
  const data = h("div", {});

  const load = async () => {
    const told = await link.ask("look", { slug });
    if (told.error) {
      notice.textContent = describeFault(told);
      return;
    }
    const log = await link.ask("log", { slug });
    notice.textContent = log.error ? describeFault(log) : "";
    if (log.error) return;
    hear(told.contest);
    drawLog(log.acts);
    if (rights.data) fillWith(data, createData(told.contest));
  };
  /** @param {ActJson[]} acts */
  const drawLog = (acts) => {
    /** @type {Record<string, string | undefined>} */
    const kinds = { amount: "number", reason: "wide" };
    const names = ["at", "act", "subject", "amount", "who", "reason"];
    const columns = names.map((name) => ({ title: words[`col_${name}`], kind: kinds[name] }));
    const rows = acts.map((act) =>
      createRow(columns, [
        act.at,
        words[`act_${act.act}`] ?? act.act,
        act.subject,
        act.amount ? String(act.amount) : "",
        act.who,
        act.reason,
      ]),
    );
    fillWith(place, createTable(words.log_heading, columns, rows).element);
  };
  const withdraw = () =>
    openAct({
      root,
      words,
      title: words.withdraw_person,
      note: words.withdraw_note,
      build: (fields) =>
        fields.add("person", createInput("text", { spellcheck: "false", maxlength: 40 }), {
          label: words.withdraw_who,
        }),
      act: (values) => link.ask("withdraw", { ...values, slug }),
      done: ({ count }) => {
        load().then(() => {
          notice.textContent = count > 0 ? words.withdrawn : words.withdrawn_before;
        });
      },
    });
  /**
   * @param {ContestJson} told
   * @returns {Child}
   */
  const createData = ({ state, privacy }) => {
    const about = [describePrivacy(privacy, words), h("p", {}, words.data_note)];
    const leave = createButton(words.withdraw_person, "", withdraw);
    if (state !== "closed" && state !== "cancelled")
      return [about, h("p", {}, words.data_running), h("div", { class: "lc-buttons" }, leave)];
    const said = createNotice();
    const take = async () => saveFile(await link.ask("export", { slug }), words);
    /** @param {boolean} whole */
    const erase = (whole) => () =>
      openAct({
        root,
        words,
        title: whole ? words.erase_whole : words.erase_people,
        note: whole ? words.erase_whole_note : words.erase_people_note,
        build: (fields) =>
          fields.add("typed", createInput("text", { spellcheck: "false", autocapitalize: "none" }), {
            label: fillIn(words.erase_typed, { slug }),
          }),
        act: (values) => link.ask("erase", { ...values, slug, whole }),
        done: ({ count }) => {
          if (whole) office.openList();
          else
            load().then(() => {
              notice.textContent = fillIn(words.erased, { count });
            });
        },
      });
    return [
      about,
      h(
        "div",
        { class: "lc-buttons" },
        createAskButton(words, words.export_file, "", take, said),
        leave,
        createButton(words.erase_people, "", erase(false)),
        createButton(words.erase_whole, "lc-quiet", erase(true)),
      ),
      said,
    ];
  };
  load();
  const element = h(
    "div",
    { class: "lc-office-part" },
    notice,
    h("section", {}, h("h2", {}, words.log_heading), h("p", { class: "lc-small" }, words.log_note), place),
    rights.data && createCard(words.data_heading, data),
  );
  return { element };
}
