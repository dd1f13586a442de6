"""What is worked out when it is first asked for: attributes of a thing, answers of a function."""

from collections.abc import Callable
from typing import Generic, TypeVar, overload

T = TypeVar("T")
Key = TypeVar("Key")
Whole = TypeVar("Whole")


class Once(Generic[Whole, T]):
    """As functools.cached_property, without its lock, which costs more than most of what a line is asked."""

    def __init__(self, work_out: Callable[[Whole], T]) -> None:
        self.work_out, self.name = work_out, work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, of: None, kind: type[Whole]) -> "Once[Whole, T]": ...

    @overload
    def __get__(self, of: Whole, kind: type[Whole] | None = None) -> T: ...

    def __get__(self, of: Whole | None, kind: type[Whole] | None = None) -> "Once[Whole, T] | T":
        if of is None:
            return self
        value = of.__dict__[self.name] = self.work_out(of)  # the next look-up finds it there
        return value


class Kept(dict[Key, T]):
    """Answers of a function, looked up by what they are of; once there are `most`, all are forgotten. As functools.lru_cache,
    which counts who was asked last, at a third of its cost."""

    def __init__(self, work_out: Callable[[Key], T], most: int) -> None:
        super().__init__()
        self.work_out, self.most = work_out, most

    def __missing__(self, key: Key) -> T:
        if len(self) >= self.most:
            self.clear()
        value = self[key] = self.work_out(key)
        return value
