// What parsers of npm find in calendars: node parsers.mjs FOLDER NAME FIRST AFTER < documents > dates
//
// FOLDER holds node_modules; FIRST and AFTER bound the days. The documents are a JSON array of texts, and
// so are the dates of each: pairs of a start and an end, days as they stand, instants in UTC.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, name, first, after] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${folder}/`));
const [from, to] = [new Date(first), new Date(after)];
const parsers = { "ical.js": icalJs, "ical-expander": icalExpander, "node-ical": nodeIcal };
const documents = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(await Promise.all(documents.map(parsers[name]))));

async function icalJs(document) {
  const { default: ICAL } = await import(pathToFileURL(require.resolve("ical.js")));
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(document));
  // As Thunderbird does with a zone that it does not know.
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  for (const event of events) {
    if (!event.isRecurrenceException()) continue;
    const series = events.find((one) => one.uid === event.uid && !one.isRecurrenceException());
    series.relateException(event);
  }
  return events.filter((one) => !one.isRecurrenceException()).flatMap(dates);
}

function dates(event) {
  if (!event.isRecurring()) return [[told(event.startDate), told(event.endDate)]];
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const one = event.getOccurrenceDetails(next);
    found.push([told(one.startDate), told(one.endDate)]);
  }
  return found;
}

function told(time) {
  return time.isDate ? time.toString() : time.toJSDate().toISOString();
}

function icalExpander(document) {
  const IcalExpander = require("ical-expander");
  const { events, occurrences } = new IcalExpander({ ics: document }).between(from, to);
  return [...events, ...occurrences].map((one) => [told(one.startDate), told(one.endDate)]);
}

function nodeIcal(document) {
  const ical = require("node-ical");
  const events = Object.values(ical.sync.parseICS(document)).filter((one) => one.type === "VEVENT");
  return events
    .flatMap((one) => ical.expandRecurringEvent(one, { from, to }))
    .map(({ start, end, isFullDay }) => (isFullDay ? [day(start), day(end)] : [start, end]));
}

// A day is the midnight at which it begins where the program runs.
function day(at) {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => `${n}`.padStart(2, "0")).join("-");
}
