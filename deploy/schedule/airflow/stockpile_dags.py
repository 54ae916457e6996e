"""Stockpile's commands as Airflow DAGs: a run's data interval is the range that is asked for.

Put this file into the DAGs folder of Airflow 2.6 or newer, or 3. The workers need the launcher (or a container of it), and the
credentials where the reference says. Set where the scheduler and the workers run:

    STOCKPILE_COMMAND                 the launcher, as words of a command line      default: /opt/stockpile/stockpile
    STOCKPILE_OUTPUT                  the archive                                   for example s3://bucket/archive
    STOCKPILE_FIRESTREAM_CREDENTIALS  a reference to the credentials, never values  default: env:FIRESTREAM
    STOCKPILE_FIRESTREAM_START        the first day of the history                  default: 2009-07-01

With STOCKPILE_REPLAY_START, the first day that Replay is asked for (it goes back five), there is a second DAG, for the stream
that these name:

    STOCKPILE_REPLAY_CREDENTIALS      as above                                      default: env:GNIP
    STOCKPILE_REPLAY_TYPE             the kind of stream                            default: powertrack
    STOCKPILE_REPLAY_ACCOUNT          the account's name in the stream's URL
    STOCKPILE_REPLAY_LABEL            the stream's label                            default: prod

With STOCKPILE_COLLECT_STREAMS, the streams of StockTwits' REST API as `--streams` has them, there is a DAG that asks for them every hour:

    STOCKPILE_COLLECT_CREDENTIALS     as above                                      default: env:STOCKTWITS
"""

from __future__ import annotations

import os
import shlex
import subprocess
from datetime import datetime, timedelta, timezone

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException
from airflow.timetables.interval import CronDataIntervalTimetable

try:  # Airflow 3
    from airflow.sdk.bases.sensor import BaseSensorOperator
except ImportError:  # Airflow 2
    from airflow.sensors.base import BaseSensorOperator

COMPLETE, WRONG_COMMAND_LINE, INCOMPLETE, REFUSED = 0, 2, 3, 4


class StockpileSensor(BaseSensorOperator):
    """Runs a command over the data interval until the archive holds all of it.

    An interval that the service has not got yet is no failure: the task is rescheduled, holds no worker meanwhile, and costs no
    retry. What the archive holds already is skipped by the command itself, so asking again is cheap.

    :param command: the command of Stockpile
    :param options: its options, but for the range
    :param moment: how a bound of the data interval is written, in the terms of strftime; None for a command that asks for what there is
    :param patience: how long after its end an interval may still appear; then it is given up
    :param given_up: the exception for that
    """

    template_fields = ("options",)
    ui_color = "#dbe9f6"

    def __init__(self, *, command, options, moment, patience, given_up, **others):
        super().__init__(**others)
        self.command = command
        self.options = options
        self.moment = moment
        self.patience = patience
        self.given_up = given_up
        self.process = None

    def poke(self, context):
        begin, end = context["data_interval_start"], context["data_interval_end"]
        code = self._run([f"--from={self._utc(begin)}", f"--to={self._utc(end)}"] if self.moment else [])
        if code == COMPLETE:
            return True
        if code == INCOMPLETE:
            if datetime.now(timezone.utc) - end > self.patience:
                raise self.given_up(f"{begin} to {end} is incomplete, {self.patience} after its end; the lines above say what is missing")
            return False
        if code in (WRONG_COMMAND_LINE, REFUSED):
            raise AirflowFailException(f"exit code {code}: no retry helps; the lines above say what to put right")
        raise AirflowException(f"exit code {code}: the next try goes on from where this one stopped")

    def on_kill(self):
        if self.process is not None:
            self.process.terminate()

    def _utc(self, moment):
        return moment.astimezone(timezone.utc).strftime(self.moment)

    def _run(self, interval):
        words = shlex.split(os.environ.get("STOCKPILE_COMMAND", "/opt/stockpile/stockpile"))
        arguments = [*words, self.command, *self.options, *interval]
        # Options are references and never hold a secret, so they may be logged.
        self.log.info("%s", shlex.join(arguments))
        with subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
        ) as self.process:
            for line in self.process.stdout:
                self.log.info("%s", line.rstrip())
        return self.process.returncode


DEFAULTS = {
    "owner": "stockpile",
    "retries": 3,
    "retry_delay": timedelta(minutes=5),
    "retry_exponential_backoff": True,
    "max_retry_delay": timedelta(hours=1),
}

# Not a cron expression as it is: in Airflow 3 that makes runs whose interval is empty.
with DAG(
    dag_id="stockpile_firestream",
    description="Firestream backups, a day a run",
    schedule=CronDataIntervalTimetable("0 0 * * *", timezone="UTC"),
    start_date=datetime.fromisoformat(os.environ.get("STOCKPILE_FIRESTREAM_START", "2009-07-01")).replace(tzinfo=timezone.utc),
    catchup=True,
    # As many days at a time; each takes about half a gigabyte and, while it derives, a core.
    max_active_runs=4,
    default_args=DEFAULTS,
    tags=["stockpile"],
) as firestream:
    StockpileSensor(
        task_id="backfill",
        command="backfill",
        options=[
            f"--output={os.environ.get('STOCKPILE_OUTPUT', 's3://bucket/archive')}",
            f"--firestreamCredentials={os.environ.get('STOCKPILE_FIRESTREAM_CREDENTIALS', 'env:FIRESTREAM')}",
        ],
        moment="%Y-%m-%d",
        mode="reschedule",
        poke_interval=timedelta(hours=1),
        # A day of the past that is not there will not appear: it is skipped at once, and does not hold up the history.
        patience=timedelta(days=7),
        given_up=AirflowSkipException,
        timeout=timedelta(days=8),
        execution_timeout=timedelta(hours=6),
    )


if "STOCKPILE_REPLAY_START" in os.environ:
    # Two hours are what one request asks for; Replay has them half an hour after their end.
    with DAG(
        dag_id="stockpile_replay",
        description="Gnip Replay, two hours a run",
        schedule=CronDataIntervalTimetable("0 */2 * * *", timezone="UTC"),
        start_date=datetime.fromisoformat(os.environ["STOCKPILE_REPLAY_START"]).replace(tzinfo=timezone.utc),
        # What was missed while nothing ran is made good, as far as Replay goes back.
        catchup=True,
        # One that waits for missing minutes must not hold up those after it. Requests are counted in the archive, for all of them.
        max_active_runs=64,
        default_args=DEFAULTS,
        tags=["stockpile"],
    ) as replay:
        StockpileSensor(
            task_id="replay",
            command="replay",
            options=[
                f"--output={os.environ.get('STOCKPILE_OUTPUT', 's3://bucket/archive')}",
                f"--replayCredentials={os.environ.get('STOCKPILE_REPLAY_CREDENTIALS', 'env:GNIP')}",
                f"--streamType={os.environ.get('STOCKPILE_REPLAY_TYPE', 'powertrack')}",
                f"--account={os.environ.get('STOCKPILE_REPLAY_ACCOUNT', 'account')}",
                f"--streamLabel={os.environ.get('STOCKPILE_REPLAY_LABEL', 'prod')}",
            ],
            moment="%Y-%m-%dT%H:%MZ",
            mode="reschedule",
            poke_interval=timedelta(minutes=20),
            # What is missing then is lost, and somebody should know.
            patience=timedelta(days=5),
            given_up=AirflowFailException,
            timeout=timedelta(days=6),
            execution_timeout=timedelta(hours=3),
        )


if "STOCKPILE_COLLECT_STREAMS" in os.environ:
    with DAG(
        dag_id="stockpile_collect",
        description="StockTwits' REST API, every hour",
        schedule=CronDataIntervalTimetable("7 * * * *", timezone="UTC"),
        start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
        # The service shows what there is now: an hour that was missed is in what the next one brings.
        catchup=False,
        # Two runs at once would do no harm, but the second one no good either.
        max_active_runs=1,
        default_args=DEFAULTS,
        tags=["stockpile"],
    ) as collect:
        StockpileSensor(
            task_id="collect",
            command="collect",
            options=[
                f"--output={os.environ.get('STOCKPILE_OUTPUT', 's3://bucket/archive')}",
                f"--streams={os.environ['STOCKPILE_COLLECT_STREAMS']}",
                "--maxWait=PT30M",
                f"--apiCredentials={os.environ.get('STOCKPILE_COLLECT_CREDENTIALS', 'env:STOCKTWITS')}",
            ],
            moment=None,
            mode="reschedule",
            poke_interval=timedelta(minutes=20),
            # The requests of the hour are used up, or ids are missing: the next hour's run goes on from there.
            patience=timedelta(0),
            given_up=AirflowSkipException,
            timeout=timedelta(hours=3),
            execution_timeout=timedelta(hours=3),
        )
