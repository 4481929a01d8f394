"""Every process looks for editions by itself, and goes on whatever happens."""

from threading import Event

import pytest

from fotfeste.office import installation, keeping_up


def test_the_thread_looks_again_and_again_and_stops_when_asked(monkeypatch, committed):
    looked, enough, stopped = [], Event(), Event()

    def learn():
        looked.append(1)
        if len(looked) == 2:
            raise ValueError("whatever")
        if len(looked) > 3:
            enough.set()

    monkeypatch.setattr(keeping_up, "LOOK_AFTER", 0.01)
    monkeypatch.setattr(installation, "learn_editions", learn)
    thread = keeping_up.keep_up(stopped)
    assert enough.wait(10), "it goes on after a fault"
    stopped.set()
    thread.join(10)
    assert not thread.is_alive()
    assert thread.daemon, "it never keeps a program from ending"


@pytest.mark.parametrize("module", ["config/wsgi.py", "config/upkeep.py"])
def test_the_web_server_and_the_worker_keep_up(module):
    folder = installation._folder().parent / "src/fotfeste"
    assert "keep_up()" in (folder / module).read_text("utf-8")
