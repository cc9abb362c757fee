"""What the form of the page sends, as articles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from discrepancy.read.handed import Address, Handed, Pasted, Upload
from discrepancy.web.guard import LARGEST_BODY
from discrepancy.web.worker import MOST_ARTICLES

_ABOUT = ("title", "outlet", "published")
_MOST_FIELDS = 4 * MOST_ARTICLES + 1


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled in, so that it can be shown again; ``pasted`` are the fields that hold anything."""

    pasted: tuple[Pasted, ...]
    uploads: tuple[Upload, ...]
    addresses: str

    @property
    def articles(self) -> tuple[Handed, ...]:
        """Everything that was given, in the order of the form."""
        addresses = (Address(line.strip()) for line in self.addresses.splitlines() if line.strip())
        return (*(one for one in self.pasted if one.text.strip()), *self.uploads, *addresses)


class _InMemory(MultiPartParser):
    """The parser of forms, without its habit of writing large parts to disk: the body is bounded before."""

    spool_max_size = LARGEST_BODY + 1


async def read_form(request: Request) -> Filled:
    """The form in the body of ``request``; raises HTTPException where it is none."""
    try:
        form = await _form(request)
    except MultiPartException:
        why = f"the form is broken, or holds more than {MOST_ARTICLES} files"
        raise HTTPException(400, why) from None
    uploads = [
        Upload(one.filename or "", await one.read())
        for one in form.getlist("files")
        # a browser sends an empty file without a name where none was chosen
        if isinstance(one, UploadFile) and (one.filename or one.size)
    ]
    await form.close()
    return Filled(_pasted(form), tuple(uploads), "\n".join(_words(form, "addresses")))


async def _form(request: Request) -> FormData:
    limits = {"max_fields": _MOST_FIELDS, "max_part_size": LARGEST_BODY}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _InMemory(request.headers, request.stream(), max_files=MOST_ARTICLES, **limits).parse()
    if kind == "application/x-www-form-urlencoded":
        return await FormParser(request.headers, request.stream(), **limits).parse()
    return FormData()


def _pasted(form: FormData) -> tuple[Pasted, ...]:
    columns = [_words(form, "text"), *(_words(form, name) for name in _ABOUT)]
    rows = [row for row in zip_longest(*columns, fillvalue="") if any(map(str.strip, row))]
    return tuple(Pasted(text, *(field.strip() or None for field in about)) for text, *about in rows)


def _words(form: FormData, name: str) -> list[str]:
    """Every field of that name. A form ends lines with two characters that nobody typed; one was meant."""
    return [value.replace("\r\n", "\n") for value in form.getlist(name) if isinstance(value, str)]
