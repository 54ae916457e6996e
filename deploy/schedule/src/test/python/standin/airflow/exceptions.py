class AirflowException(Exception):
    pass


class AirflowFailException(AirflowException):
    """Fails the task without a retry."""


class AirflowSkipException(AirflowException):
    """Skips the task."""
