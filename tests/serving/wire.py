"""What the page's scripts say to the server, said by Flask's test client: the layout, and the callbacks by POST."""

import json
from collections.abc import Iterator
from typing import Any

from flask.testing import FlaskClient

from components.view import HTML

from .. import seen


def components(node: Any) -> Iterator[dict[str, Any]]:
    """The properties of every component in a layout's JSON, wherever it stands."""
    if isinstance(node, dict):
        if "namespace" in node:
            yield node["props"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from components(child)


def layout(client: FlaskClient, search: str = "") -> dict[str, dict[str, Any]]:
    """The page for a query string: ids to properties. `first.js` adds it to what Dash asks."""
    answer = client.get(f"/_dash-layout{search}")
    found = {props["id"]: props for props in components(answer.json) if "id" in props}
    return found | {name: found.get(name, {}) | filled for name, filled in boxes(found["shown"]["data"]).items()}


def boxes(sent: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the page's script puts into its boxes, and tells its components: ids to properties."""
    html = {
        f"{name}-html" if name in HTML else name: {"data" if name in HTML else "children": text} for name, text in sent["boxes"].items()
    }
    return html | sent["props"]


def words(node: Any) -> str:
    """All the text in a component's JSON, or in HTML."""
    if isinstance(node, str):
        return " ".join(seen.words(node).split())
    if isinstance(node, dict):
        return words(node.get("props", {}).get("children"))
    return " ".join(map(words, node)) if isinstance(node, list) else str(node or "")


def split(output: str) -> list[dict[str, str]]:
    """`..title.children...notice.children..` as ids and properties."""
    pairs = (name.rpartition(".") for name in output.strip(".").split("..."))
    return [{"id": name, "property": prop} for name, _, prop in pairs]


def body(wired: dict[str, Any], values: dict[str, Any], changed: str) -> dict[str, Any]:
    """What the page sends to a callback when `changed` changed. `values`: inputs by id, states by id and property."""
    inputs = [{**one, "value": values.get(one["id"])} for one in wired["inputs"]]
    state = [{**one, "value": values.get(f"{one['id']}.{one['property']}")} for one in wired["state"]]
    return {"output": wired["output"], "outputs": split(wired["output"]), "inputs": inputs, "state": state, "changedPropIds": [changed]}


def call(client: FlaskClient, values: dict[str, Any], changed: str) -> dict[str, Any]:
    """What the page's callback answers when `changed` changed: ids to properties."""
    wired = next(one for one in client.get("/_dash-dependencies").json if one["clientside_function"] is None)
    answer = client.post("/_dash-update-component", json=body(wired, values, changed))
    assert answer.status_code in (200, 204), answer.text
    return json.loads(answer.data)["response"] if answer.data else {}


def show(client: FlaskClient, search: str) -> dict[str, Any]:
    """Everything that a page comes to show whose address becomes this query string."""
    return boxes(call(client, {"url": search}, "url.search")["shown"]["data"])


def sync(client: FlaskClient, search: str, changed: str, **moved: Any) -> dict[str, Any]:
    """What follows for address and controls when the controls of a page are `moved`."""
    page = layout(client, search)
    controls = {name: props.get("value") for name, props in page.items()}
    controls |= {"category.options": page["category"].get("options"), "asked.data": search}
    answer = call(client, controls | moved | {"url": search}, changed)
    return {name: found for name, found in answer.items() if name not in ("asked", "shown")}
