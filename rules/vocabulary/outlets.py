"""Words around the names of channels and outlets, in both languages."""

from __future__ import annotations

STATION = "station"  # value of a word for a broadcaster, whose name alone is no channel's: đài, station

# Behind these a channel's own name needs no word for a channel before it.
LEAD_OUTLETS = frozenset(
    {"on", "on the", "trên", "phát trên", "phát sóng trên", "lên sóng", "tren", "phat tren"}
)
# Capitals that are no channel's name: what is broadcast with, and sorts of things.
NO_OUTLETS = frozenset(
    {
        "am", "app", "bts", "cctv", "cd", "csdl", "dvd", "dvb", "fb", "hd", "ict", "iptv", "it", "led", "lcd",
        "loa", "mobile", "ott", "pa", "pc", "qr", "sms", "tp", "tt", "tv", "ubnd", "usb", "web", "wifi",
    }
)  # fmt: skip
# What a road's number begins with: QL61, TL10, A12.
ROADS = ("ql", "tl", "hl", "dt", "ct", "a", "b", "m")
OUTLET_ROOM = frozenset({"Radio"})  # BBC Radio 4
BANDS = frozenset({"FM", "AM", "MW"})
WAVES = frozenset({"mhz", "khz"})
