"""What happens to documents when posts change hands or are closed."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from lingwu_office.audit.action import acted
from lingwu_office.documents.actions_flow import move_open_work, move_to_head
from lingwu_office.documents.models import Assignment, Outcome
from lingwu_office.foundation.errors import Invalid
from lingwu_office.people.models import Person, Post
from lingwu_office.people.signals import handed_over, post_closing


@receiver(handed_over)
def on_handed_over(sender: Any, *, post: Post, giver: Person, taker: Person, **given: Any) -> None:
    """What waits at the giver himself goes to the taker; what waits at the post is the taker's by holding it."""
    if giver is not None and taker is not None:
        move_open_work(giver, taker, post)


@receiver(acted)
def on_acted(sender: Any, *, verb: str, thing: Any, **given: Any) -> None:
    """What waits at somebody whose account is put out of use goes to the head above him."""
    if verb == "people.deactivate_person":
        move_to_head(thing)


@receiver(post_closing)
def on_post_closing(sender: Any, *, post: Post, **given: Any) -> None:
    """A post with open work is not closed.

    Raises:
        Invalid: something waits at it.
    """
    count = Assignment.objects.filter(post=post, outcome=Outcome.OPEN).count()
    if count:
        raise Invalid(f"岗位“{post}”还有{count}件公文待办，办完或转办后再撤销。")
