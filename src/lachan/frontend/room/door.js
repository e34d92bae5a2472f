// Before the contest: what it is, and the code that lets one in.

/** @import { RoomSession } from "./session.js" */
import { createSlowButton, fillIn, focusOn, h, uid } from "../shared/dom.js";
import { createPrivacy } from "./parts.js";
import { formatInstant } from "../shared/time.js";

/** @param {{ session: RoomSession, texts: Record<string, string>, code: string }} options */
export function createDoor({ session, texts, code }) {
  const { contest } = session;
  const isOpen = contest.entry === "open";
  const id = uid();
  const input = h("input", {
    id,
    class: "lc-typed lc-typed-words",
    type: "text",
    maxlength: 40,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    value: code,
  });
  const missing = h("p", { class: "lc-notice", role: "status" });
  const enter = async () => {
    const typed = input.value.trim();
    missing.textContent = typed ? "" : texts.room_missing_code;
    if (typed) await session.enter(typed);
    focusOn(input);
  };
  const send = createSlowButton(texts.room_enter, isOpen ? "" : "lc-primary", enter);
  const form = h(
    "form",
    {
      class: "lc-room-door",
      novalidate: true,
      oninput: () => (missing.textContent = ""),
      onsubmit: (event) => {
        event.preventDefault();
        send.click();
      },
    },
    h("label", { for: id }, isOpen ? texts.room_code_again : texts.room_code),
    h("span", { class: "lc-typed-row" }, input),
    missing,
    h("div", { class: "lc-buttons" }, send),
  );
  const heading = h("h1", { tabindex: -1 }, contest.title);
  const times = {
    opens: formatInstant(contest.opens_at, texts),
    closes: formatInstant(contest.closes_at, texts),
  };
  const element = h(
    "section",
    { class: "lc-card" },
    heading,
    h("p", {}, fillIn(texts.room_window, times)),
    isOpen && [
      h("p", {}, texts.room_open_intro),
      h(
        "div",
        { class: "lc-buttons" },
        createSlowButton(texts.room_enter_new, "lc-primary", () => session.enter("")),
      ),
    ],
    form,
    createPrivacy(contest, texts),
  );
  const update = () => {
    missing.textContent = session.notice;
  };
  return { element, heading, update };
}
