import logging

from airflow import current_dag


class BaseOperator:
    template_fields = ()

    def __init__(
        self,
        *,
        task_id,
        owner="airflow",
        retries=0,
        retry_delay=None,
        retry_exponential_backoff=False,
        max_retry_delay=None,
        execution_timeout=None,
        pool=None,
        depends_on_past=False,
        doc_md=None,
    ):
        self.task_id = task_id
        self.retries = retries
        self.log = logging.getLogger(task_id)
        current_dag().task_dict[task_id] = self


class BaseSensorOperator(BaseOperator):
    def __init__(self, *, poke_interval=60, timeout=604800, soft_fail=False, mode="poke", exponential_backoff=False, **kwargs):
        super().__init__(**{**current_dag().default_args, **kwargs})
        if mode not in ("poke", "reschedule"):
            raise ValueError(mode)
        self.poke_interval = poke_interval.total_seconds()
        self.timeout = timeout.total_seconds()
        self.mode = mode
