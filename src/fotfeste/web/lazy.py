"""The type of a text that may be looked up when it is shown, in the reader's language.

The stubs alone can name it: Django itself has no name for it when the program runs.
"""

from typing import TYPE_CHECKING, TypeAlias  # noqa: TID251 - no cycle of imports

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    Text: TypeAlias = StrOrPromise
else:
    Text = str
