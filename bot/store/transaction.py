"""Joins what a transaction can do, journey by journey."""

from bot.store import (
    breathers,
    bringing,
    counting,
    inbox,
    leasing,
    looking_back,
    pairing,
    people,
    prompting,
    purging,
    sealing,
    seeding,
    sending,
    sharing,
)


class Transaction(
    people.People,
    pairing.Pairing,
    prompting.Prompting,
    sharing.Sharing,
    sealing.Sealing,
    looking_back.LookingBack,
    breathers.Breathers,
    sending.Sending,
    bringing.Bringing,
    inbox.Inbox,
    leasing.Leasing,
    purging.Purging,
    counting.Counting,
    seeding.Seeding,
):
    """One transaction: everything it read is locked before it is written, all of it lands or none."""
