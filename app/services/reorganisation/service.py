"""Plan a reorganisation, do it in one transaction, look back on those done, take one back."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select

from app.errors import AppError, NotFound
from app.models import EXAMPLE, Reorganisation, ReorganisationChange
from app.models.database import Database
from app.services.progress import Progress, Steps
from app.services.reorganisation import log
from app.services.reorganisation.data import (
    Chosen,
    PastReorganisation,
    ReorganisationOrder,
    ReorganisationPlan,
)
from app.services.reorganisation.doing import begin, follow
from app.services.reorganisation.examples import ExampleSet
from app.services.reorganisation.planning import make_plan


class ReorganisationService:
    """Use cases around bodies that end and begin on a day."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.examples = ExampleSet(db)

    def check(self, order: ReorganisationOrder) -> None:
        """Raise FieldErrors for what cannot be; nothing is kept."""
        with self._db.reading() as session:
            begin(session, order, self._db.clock())

    def plan(
        self, order: ReorganisationOrder, progress: Progress | None = None
    ) -> ReorganisationPlan:
        """Return what would happen; nothing is kept. Raises FieldErrors, Stopped."""
        Steps(progress).begin("Đang xem hồ sơ nào đi theo")
        with self._db.reading() as session:
            done = begin(session, order, self._db.clock())
            return make_plan(session, done, self._db.clock().date())

    def apply(
        self, order: ReorganisationOrder, chosen: Chosen, progress: Progress | None = None
    ) -> int:
        """Do it; the followers chosen go along. Return its id.

        Raises FieldErrors, AppError, Stopped.
        """
        with self._db.writing() as session:
            done = begin(session, order, self._db.clock())
            plan = make_plan(session, done, self._db.clock().date())
            self._refuse_unknown(plan, chosen)
            follow(session, done, chosen, Steps(progress))
            done.log.renew_versions()
            return done.reorganisation.id

    def past(self) -> tuple[PastReorganisation, ...]:
        """Return what was done, the last first."""
        count = (
            select(func.count(ReorganisationChange.id))
            .where(ReorganisationChange.reorganisation_id == Reorganisation.id)
            .scalar_subquery()
        )
        with self._db.reading() as session:
            rows = session.execute(select(Reorganisation, count).order_by(Reorganisation.id.desc()))
            return tuple(
                PastReorganisation(
                    one.id, one.title, one.effective_on, one.basis or "", one.done_at,
                    one.undone_at, changes, one.kind == EXAMPLE,
                )
                for one, changes in rows
            )  # fmt: skip

    def undo(self, reorganisation_id: int, progress: Progress | None = None) -> tuple[str, ...]:
        """Put back all that one changed. Raises CannotUndo where something was changed since.

        Of an example set what was edited or is used stays; its names are returned.
        """
        with self._db.writing() as session:
            one = session.get(Reorganisation, reorganisation_id)
            if one is None:
                raise NotFound
            if one.undone_at is not None:
                raise log.CannotUndo("Lần sắp xếp này đã được hoàn tác trước đó.")
            undo = log.undo_made if one.kind == EXAMPLE else log.undo
            return undo(session, one, self._db.clock(), Steps(progress))

    @staticmethod
    def _refuse_unknown(plan: ReorganisationPlan, chosen: Mapping[str, int]) -> None:
        known = {one.key for one in plan.followers}
        if not set(chosen) <= known or any(place >= len(plan.heirs) for place in chosen.values()):
            raise AppError(
                "Hồ sơ vừa thay đổi so với lúc xem trước.",
                "Quay lại một bước rồi xem trước lần nữa.",
            )
