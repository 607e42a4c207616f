"""The web application: every part joined once per process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from api import calendar_files, feeds, metrics, pages, refusals, rest
from api.bodies import BodyLimit
from api.caching import PrivateAnswers
from api.dependencies import House
from api.guard import HeadAsGet, KnownHosts, OriginForm, OwnCookies, SafeHeaders
from api.identity import admit_upload
from api.masking import mask_logs
from scheduler.clock import Clock
from scheduler.feeds.visits import Visits
from scheduler.machine_time import MachineTime, utcnow
from scheduler.settings import Settings
from scheduler.store.database.engine import hurry, open_engine
from scheduler.store.stamps import Stamps
from scheduler.worker import build_worker

KEYED_LOGS = ("uvicorn.access", "uvicorn.error", "airslot.api", "airslot.feeds")  # they tell addresses


def create_app(
    settings: Settings,
    clock: Clock | None = None,
    engine: Engine | None = None,
    machine_time: MachineTime = utcnow,
    *,
    with_worker: bool = False,
) -> FastAPI:
    """The application over these settings; raises Invalid for a database address that cannot be used.

    Without `clock` plan time starts at `settings.now`; without `engine` one is opened, and closed
    again when the application ends. An engine that is handed in stays its owner's. `with_worker` sends
    reminders as well while the application runs; raises SettingsError where the settings do not allow that.
    """
    own = open_engine(settings.database_url) if engine is None else None

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if worker is not None:
            worker.start()
        yield
        hurry(app.state.house.engine)
        if worker is not None:
            # It waits for the mail that is being sent; answers to readers go on meanwhile.
            await run_in_threadpool(worker.stop)
        app.state.visits.flush()
        if own is not None:
            own.dispose()

    app = FastAPI(
        title="Airslot",
        version=version("airslot"),
        # FastAPI's own pages load their scripts from elsewhere; ours are in api.rest.documents.
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        middleware=[
            Middleware(SafeHeaders, settings=settings),
            Middleware(OriginForm),
            Middleware(KnownHosts, settings=settings),
            Middleware(OwnCookies),
            Middleware(PrivateAnswers),
            Middleware(
                BodyLimit, patience=settings.patience_seconds, admit=admit_upload, refuse=refusals.refuse
            ),
            Middleware(HeadAsGet),
        ],
    )
    clock = clock or Clock.starting_at(settings.now)
    engine = engine or own or open_engine(settings.database_url)
    worker = build_worker(settings, engine, clock, machine_time) if with_worker else None
    app.state.house = House(settings, clock, engine, machine_time, worker)
    app.state.visits = Visits(app.state.house.engine)
    app.state.stamps = Stamps(app.state.house.engine, "when tokens and sessions were last used")
    mask_logs(*KEYED_LOGS)
    refusals.install(app)
    # Calendars come first: /plans/{slug}.ics would else be taken for the page of a plan.
    for router in (feeds.router, calendar_files.router, rest.router, metrics.router, pages.router):
        app.include_router(router)
    app.mount("/static", pages.static_files(), name="static")
    return app
