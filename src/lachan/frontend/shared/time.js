// Times in words, as clocks in Vietnam show them, wherever this machine thinks it is.

import { fillIn } from "./dom.js";

export const in_vietnam = { timeZone: "Asia/Ho_Chi_Minh" };

// Minutes and seconds that are left.
/** @param {number} seconds */
export function formatTime(seconds) {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// The day of an instant.
/** @param {string} iso */
export function formatDay(iso) {
  return new Date(iso).toLocaleDateString("vi-VN", in_vietnam);
}

// An instant: hour, minute, and the day.
/**
 * @param {string} iso
 * @param {Record<string, string>} texts
 */
export function formatInstant(iso, texts) {
  const instant = new Date(iso);
  const time = instant.toLocaleTimeString("vi-VN", { ...in_vietnam, hour: "2-digit", minute: "2-digit" });
  return fillIn(texts.room_instant, { time, date: formatDay(iso) });
}
