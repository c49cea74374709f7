"""A visitor without a browser: speaks Streamlit's own messages over a websocket, as its page does."""

import contextlib
import random
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

FILTERS: Final = ("section", "topic", "spoken", "district", "group")
"""Widgets that are clicked; their keys end with the language of the page."""


@dataclass
class Session:
    """One open page: what the browser would remember of it.

    Attributes:
        options: id and labels of every choice on the page, by its key.
        received: bytes since the page was opened.
    """

    socket: ClientConnection
    state: ClientState
    options: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    kept: dict[str, ForwardMsg] = field(default_factory=dict)
    received: int = 0

    async def run(self) -> float:
        """Run the page with the state as it is; seconds until Streamlit says that the script has finished."""
        start = time.perf_counter()
        self.state.cached_message_hashes[:] = list(self.kept)
        await self.socket.send(BackMsg(rerun_script=self.state).SerializeToString())
        while True:
            raw = await self.socket.recv(decode=False)
            self.received += len(raw)
            if self._read(ForwardMsg.FromString(raw)):
                return time.perf_counter() - start

    async def click(self, chance: random.Random) -> float:
        """Choose one option of one filter by lot, instead of what was chosen there; seconds as in `run`."""
        key = chance.choice([key for key in self.options if key.rpartition("-")[0] in FILTERS])
        widget, labels = self.options[key]
        del self.state.widget_states.widgets[:]
        self.state.widget_states.widgets.add(id=widget).string_array_value.data.append(chance.choice(labels))
        return await self.run()

    def _read(self, message: ForwardMsg) -> bool:
        """Take in one message; true for the last one of a run."""
        if message.metadata.cacheable:
            self.kept[message.hash] = message
        if message.ref_hash:
            message = self.kept[message.ref_hash]
        element = message.delta.new_element
        if element.HasField("exception"):
            raise SystemExit(f"The page shows an exception: {element.exception.message}")
        if element.HasField("button_group"):
            group = element.button_group
            self.options[group.id.split("-", 2)[2]] = group.id, [option.content for option in group.options]
        if message.HasField("page_info_changed"):
            self.state.query_string = message.page_info_changed.query_string
        if message.HasField("navigation"):
            self.state.page_script_hash = message.navigation.page_script_hash
        return message.HasField("script_finished") and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


@contextlib.asynccontextmanager
async def open_session(address: str, *, language: str = "de") -> AsyncIterator[Session]:
    """Connect as the page does: no cookie yet, so the place of the token holds a word. Only to this machine."""
    target = urlsplit(address)
    if target.hostname != "127.0.0.1":
        raise SystemExit("Load is only made for an application on this machine.")
    stream = f"ws://{target.netloc}{target.path}/_stcore/stream"
    state = ClientState(query_string=f"lang={language}")
    state.context_info.locale = language
    async with connect(stream, subprotocols=["streamlit", "none"], max_size=None, open_timeout=60) as socket:  # type: ignore[list-item]
        yield Session(socket, state)
