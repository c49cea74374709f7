"""Generated rules: with holidays, seasons, nights, comments and fallbacks, and texts that are hardly rules."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from geodata.hours import WEEKDAYS


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


quarters = st.integers(0, 95).map(lambda quarter: clock(quarter * 15))
spans = st.tuples(quarters, quarters).map("-".join)
times = st.lists(spans, min_size=1, max_size=2).map(",".join)
days = st.sampled_from([*WEEKDAYS, "Mo-Fr", "Sa-Mo", "Th[1]", "PH", "PH,Sa", "Mo-Fr,PH", "PH -1 day", "PH Mo-Th", "SH"])
seasons = st.sampled_from(["", "", "Apr-Oct ", "Dec 24-Jan 02 ", "week 1-53/2 "])
states = st.sampled_from(["", "", "", " off", " unknown", ' "x; y"', ' off "x"', ' open "x"'])
hours = st.builds("{}{} {}".format, seasons, days, times)
single_rules = st.builds("{}{}".format, hours, states)
any_rules = st.lists(single_rules, min_size=1, max_size=3).flatmap(
    lambda rules: st.sampled_from(["; ", ", ", " || "]).map(lambda between: between.join(rules))
)
words = st.sampled_from(
    'Mo Sa-Mo PH SH easter Feb week 30 53 [1] [-5] ; , 10:00-12:00 22:00-48:00 47:59+ off unknown open || " "x"'.split()
)
any_texts = st.text(max_size=40) | st.builds(str.join, st.sampled_from(["", " "]), st.lists(words, max_size=6))
moments = st.integers(0, 400 * 24 * 60).map(
    lambda minute: datetime(2024, 12, 1, tzinfo=UTC) + timedelta(minutes=minute)
)
