"""An evidence pack: a zip of the record and the articles' texts, with a manifest of hashes; equal records, equal bytes."""

import hashlib
import io
import json
import zipfile

from parley.record import Record
from parley.views.export.json_whole import record_json
from parley.views.withheld import WithheldText

EPOCH = (1980, 1, 1, 0, 0, 0)  # the least time that a zip can hold: nothing in it depends on when it was made


def evidence_pack(record: Record) -> bytes:
    """record.json, texts/N.txt in the record's order, and manifest.json with each file's SHA-256."""
    files = {"record.json": record_json(record).encode()}
    shown = (a for a in record.articles if not isinstance(a.text, WithheldText))
    names = {f"texts/{n:04}.txt": a for n, a in enumerate(shown, 1)}
    files |= {name: a.text.encode("utf-8", "surrogatepass") for name, a in names.items()}
    listed = [
        {
            "file": name,
            "sha256": hashlib.sha256(content).hexdigest(),
            **({"article": names[name].id} if name in names else {}),
        }
        for name, content in files.items()
    ]
    files["manifest.json"] = json.dumps({"files": listed}, ensure_ascii=False, indent=1).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files.items():
            pack.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
