"""Who reaches a fitting offer, in which bounds, and why the bounds are apart.

An offer fits surely, possibly (something that was asked is not stated) or not at all. The lower bound counts only those
that surely fit, the upper bound those that possibly fit as well. So "not stated" is never counted as no.

people, catchments   where people live, and how far it is from there to every place
question, offers     what is asked, and what is offered: how it fits
reach, gap_table     people by minutes to the nearest fitting offer; the table of areas with its bounds
scenario/            what if offers were added, moved, closed or knew more languages and hours
best_place/          where new offers would reach most people
stability/           other radii and other measures: would the answer be another one?
worklist/            which question to ask first, and what its answer would settle
analysis             a result as its input and its parameters: can be repeated
"""
