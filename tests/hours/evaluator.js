// What opening_hours.js says: reads {place, start, end, step_min, rules} as JSON, times in milliseconds since 1970, and
// writes a string for every rule: a letter a step, o open, c closed, u unknown; null for a rule that it cannot read.
// The clock on the wall is TZ's.
const OpeningHours = require("opening_hours");

function states(rule, { place, start, end, step_min }) {
  let hours;
  try {
    hours = new OpeningHours(rule, place);
  } catch {
    return null;
  }
  const then = hours.getIterator(new Date(start));
  let letters = "";
  for (let time = start; time < end; time += step_min * 60000) {
    then.setDate(new Date(time));
    letters += then.getUnknown() ? "u" : then.getState() ? "o" : "c";
  }
  return letters;
}

const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.rules.map((rule) => states(rule, asked))));
