"""Sharing, and receiving what was shared."""

from bot.telegram import taps
from bot.usecases import answering, receiving, sharing

TAPS = {
    "share": taps.numbered(sharing.share),
    "show-me": taps.numbered(sharing.show_me),
    "less": taps.either(sharing.less),
    "answering": taps.either(sharing.answering),
    "hard": taps.both(sharing.hard),
    "send": taps.both(sharing.send),
    "send-tender": taps.both(sharing.send_tender),
    "seal": taps.both(sharing.seal),
    "take-out": taps.numbered(sharing.take_out),
    "not-now": taps.numbered(sharing.not_now),
    "undo": taps.numbered(sharing.undo),
    "send-now": taps.numbered(sharing.send_now),
    "take-back": taps.numbered(sharing.take_back),
    "open": taps.numbered(receiving.open_),
    "next": taps.numbered(receiving.next_),
    "fold": taps.numbered(receiving.fold),
    "others": taps.both(receiving.others),
    "receive": taps.both(receiving.acknowledge),
    "own-words": taps.numbered(receiving.own_words),
    "write-back": taps.numbered(receiving.write_back),
    "answer-back": taps.numbered(answering.begin),
    "undo-response": taps.numbered(receiving.undo),
}
