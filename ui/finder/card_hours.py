"""Is it open? One line for the card, and the week, today first, in the reader's words."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from geodata.hours import WEEKDAYS, Place, Span, State, WeekDay, closes_soon, rule_of, state_at, week_of
from geodata.i18n import Translator
from geodata.schema import language_hours
from ui import open_at

Row = Mapping[Any, Any]
_DAY_MIN: Final = 24 * 60
_BETWEEN: Final = " · "


class HoursWriter:
    """Writes hours in one language.

    Args:
        t: the reader's words.
        place: where the rules hold.
        now: a time with the place's zone.
        asked: when it should be open, as in the URL; "" = not asked.
        spoken: the languages asked for; where one has hours of its own, these count.
    """

    def __init__(
        self, t: Translator, *, place: Place, now: datetime, asked: str = "", spoken: tuple[str, ...] = ()
    ) -> None:
        self._t = t
        self._place = place
        self._now = now
        self.asked = asked
        self._spoken = spoken

    def known(self, offer: Row, place: Row) -> bool:
        """Whether a rule says when it is open to who asks for these languages."""
        return any(open_at.rules_of(offer, place, spoken=self._spoken).values())

    def state(self, offer: Row, place: Row, *, minutes: float | None = None) -> dict[str, str]:
        """`kind` (open, soon, closed, unknown), `text`, `comment` (the rule's own German words), `note` (holidays).

        `minutes` are those on foot, for who asks about the arrival.
        """
        rules = open_at.rules_of(offer, place, spoken=self._spoken)
        at = open_at.moment(self.asked, self._now, minutes=minutes)
        if not any(rules.values()):
            return {"kind": "unknown", "text": self._without_rule(offer, place), "comment": "", "note": ""}
        if at is None:
            words = self._t("We do not know when you would arrive")
            return {"kind": "unknown", "text": words, "comment": "", "note": ""}
        language = open_at.best_of(self.asked, rules, at=at, where=self._place)
        said = self._said(rules[language], at)
        words = said["text"]
        if language:
            words = self._t("{language}: {state}", language=self._t.language_name(language), state=words)
        return {**said, "text": words}

    def _said(self, rule: str, at: datetime) -> dict[str, str]:
        day = open_at.day_of(self.asked, at)
        if day:
            return self._said_of(rule, day, at=at)
        state = state_at(rule, at, place=self._place)
        soon = bool(closes_soon(rule, at, place=self._place))
        words = self._of_then(self._words(rule, state, at=at, soon=soon), at)
        return {
            "kind": "soon" if soon else state.state,
            "text": words,
            "comment": state.comment,
            "note": self._holiday(state.holiday, says_holidays=state.says_holidays),
        }

    def _said_of(self, rule: str, day: date, *, at: datetime) -> dict[str, str]:
        """All hours of today or tomorrow."""
        t, week = self._t, week_of(rule, day, place=self._place)[0]
        says_holidays = state_at(rule, at, place=self._place).says_holidays
        today = self.asked == open_at.TODAY
        hours = t.listed(self._spans(week)) or t("closed")
        return {
            "kind": open_at.state_then(self.asked, rule, at=at, where=self._place),
            "text": t("Today: {state}", state=hours) if today else t("Tomorrow: {state}", state=hours),
            "comment": ", ".join(dict.fromkeys(span.comment for span in week.spans if span.comment)),
            "note": self._holiday(week.holiday, says_holidays=says_holidays),
        }

    def week(self, offer: Row, place: Row) -> list[dict[str, Any]]:
        """Seven days from today: `day`, `hours`, `comment` (German), `note` (the holiday), `today`.

        The hours of single languages follow those for everybody. No day where nothing is stated as a rule.
        """
        rules = {"": rule_of(offer, place), **language_hours(offer["hours_by_language"])}
        stated = {code: rule for code, rule in rules.items() if rule}
        first, at = self._now.date(), self._now
        weeks = [week_of(rule, first, place=self._place) for rule in stated.values()]
        says_holidays = all(state_at(rule, at, place=self._place).says_holidays for rule in stated.values())
        return [
            self._day(dict(zip(stated, days, strict=True)), says_holidays=says_holidays)
            for days in zip(*weeks, strict=True)
        ]

    def _without_rule(self, offer: Row, place: Row) -> str:
        t = self._t
        if offer["opening_hours_text"] or place["opening_hours_text"]:
            return t("Hours are known in words only")
        return t("Hours not stated: call and ask") if place["phone"] else t("Hours not stated: please ask")

    def _words(self, rule: str, state: State, *, at: datetime, soon: bool) -> str:
        t, change = self._t, state.next_change
        if state.state == "unknown":
            return t("Not sure whether it is open")
        if change is None:
            return t("Open around the clock") if state.state == "open" else t("Closed")
        time, sure = self._time(change, at), state_at(rule, change, place=self._place).state != "unknown"
        if state.state == "closed":
            return t("Closed, opens {time}", time=time) if sure else t("Closed, perhaps opens {time}", time=time)
        if soon:
            return t("Closes soon: open until {time}", time=time)
        return t("Open until {time}", time=time) if sure else t("Open until {time} at least", time=time)

    def _of_then(self, words: str, at: datetime) -> str:
        if self.asked == open_at.ARRIVE:
            return self._t("When you arrive: {state}", state=words)
        if open_at.opening_of(self.asked):
            return self._t("{time}: {state}", time=self._weekday_time(at), state=words)
        return words

    def _time(self, change: datetime, at: datetime) -> str:
        """A time of the same day, else with the day of the week, else with the date."""
        t, days = self._t, (change.date() - at.date()).days
        minute = change.hour * 60 + change.minute
        if days == 0:
            return t.isolated(t.clock(minute))
        if days == 1 and minute == 0:
            return t.isolated(t.clock(_DAY_MIN))
        if days < len(WEEKDAYS):
            return self._weekday_time(change)
        return t("{date}, {time}", date=t.date(change.date().isoformat()), time=t.isolated(t.clock(minute)))

    def _weekday_time(self, at: datetime) -> str:
        return self._t.opening_hours(f"{WEEKDAYS[at.weekday()]} {self._t.clock(at.hour * 60 + at.minute)}")

    def _holiday(self, holiday: str | None, *, says_holidays: bool) -> str:
        if not holiday:
            return ""
        name = self._t(holiday)
        return name if says_holidays else self._t("{holiday}: hours may differ", holiday=name)

    def _day(self, days: Mapping[str, WeekDay], *, says_holidays: bool) -> dict[str, Any]:
        """One day by the rule of everybody ("") and of each language."""
        day = next(iter(days.values()))
        t, name = self._t, self._t.weekday(day.date.weekday())
        today = day.date == self._now.date()
        comments = (span.comment for of_language in days.values() for span in of_language.spans if span.comment)
        return {
            "day": t("Today, {day}", day=name) if today else name,
            "today": today,
            "hours": _BETWEEN.join(self._hours(days)),
            "comment": ", ".join(dict.fromkeys(comments)),
            "note": self._holiday(day.holiday, says_holidays=says_holidays),
        }

    def _hours(self, days: Mapping[str, WeekDay]) -> Iterator[str]:
        t, told = self._t, False
        for code, day in days.items():
            hours = t.listed(self._spans(day))
            if not code:
                yield hours or t("closed")
            elif hours:
                yield t("{language}: {state}", language=t.language_name(code), state=hours)
            told = told or not code or bool(hours)
        if not told:
            yield t("not stated")

    def _spans(self, day: WeekDay) -> Iterator[str]:
        for span in day.spans:
            hours = self._span(span)
            if span.kind == "open":
                yield hours or self._t("around the clock")
            else:
                yield self._t("perhaps {hours}", hours=hours) if hours else self._t("not sure")

    def _span(self, span: Span) -> str:
        """Hours such as 09:00–12:00, in this direction everywhere; "" for the whole day."""
        if span.from_min == 0 and span.until_min == _DAY_MIN:
            return ""
        until = span.until_min - _DAY_MIN if span.until_min > _DAY_MIN else span.until_min
        return self._t.isolated(f"{self._t.clock(span.from_min)}–{self._t.clock(until)}")
