"""The document by itself: it is OpenAPI 3.1, and each of its examples has the shape that stands beside it."""

import json
import sys

import jsonschema_rs
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR


def placed(document):
    """Every schema that has an example, with its place."""
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            place = f"{method.upper()} {path}"
            for parameter in operation.get("parameters", []):
                yield f"{place} {parameter['name']}", parameter["schema"], parameter["example"]
            holders = [operation.get("requestBody", {}), *operation["responses"].values()]
            for content in (content for holder in holders for content in holder.get("content", {}).values()):
                for example in content.get("examples", {}).values():
                    yield place, content["schema"], example["value"]
                if "example" in content:
                    yield place, content["schema"], content["example"]


def main():
    document = json.load(sys.stdin)
    problems = [f"document: {error.message[:200]}" for error in OPENAPI_31_VALIDATOR.iter_errors(document)]
    count = 0
    for place, schema, example in placed(document):
        whole = {**schema, "components": document["components"]}
        validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        problems += [f"{place}: {error.message[:300]} at {list(error.instance_path)}" for error in validator.iter_errors(example)]
        count += 1
    print("\n".join(problems) or f"{count} examples")
    return 1 if problems or count < 100 else 0


sys.exit(main())
