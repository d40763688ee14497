//! The API described for programs (OpenAPI 3.1), made from the same routes and structs that answer. Nothing in it is written by hand twice.

mod operation;

use kernel::web::Answer;
use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};
use ui::FailurePage;

use operation::operation;

const DESCRIPTION: &str = "Every page is also JSON and every form also takes JSON: one door, two languages. \
Programs show a personal token as `Authorization: Bearer TOKEN`; its scopes are `DOMAIN:read` and `DOMAIN:write`. \
Times are milliseconds since 1970-01-01 UTC.";

/// Generators of the schemas that are referred to: of what is answered and of what is taken.
struct Schemas {
    answers: SchemaGenerator,
    takes: SchemaGenerator,
}

/// As pretty JSON with sorted keys, a line break at its end.
pub fn text() -> String {
    let document = serde_json::to_string_pretty(&document()).expect("text keys");
    document + "\n"
}

pub(crate) fn document() -> Value {
    let mut schemas = Schemas { answers: generator(Purpose::Answers), takes: generator(Purpose::Takes) };
    let failure = schemas.answers.subschema_for::<FailurePage>();
    let answer = schemas.answers.subschema_for::<Answer<'static>>();
    let mut paths: Map<String, Value> = Map::new();
    for domain in crate::DOMAINS {
        for door in (domain.routes)().doors() {
            let path = paths.entry(door.path.replace("{*", "{")).or_insert_with(|| json!({}));
            path[door.method.to_lowercase()] = operation(domain.name, door, &mut schemas, &answer);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Guyub", "version": env!("CARGO_PKG_VERSION"), "description": DESCRIPTION,
                  "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" } },
        "servers": [{ "url": "/api/v1" }],
        "tags": crate::DOMAINS.iter().map(|it| json!({ "name": it.name })).collect::<Vec<_>>(),
        "paths": paths,
        "components": {
            "schemas": merged(schemas),
            "responses": { "Failure": {
                "description": "What went wrong, in the reader's language: 401 sign in first, 403 not allowed, 404 not there or not yours to see, \
    409 not in this state, 422 see `errors`, 429 too much at once (see Retry-After), 500 our fault.",
                "content": { "application/json": { "schema": failure } } } },
            "securitySchemes": {
                "cookie": { "type": "apiKey", "in": "cookie", "name": "guyub", "description": "The session of a browser." },
                "bearer": { "type": "http", "scheme": "bearer", "description": "A personal token." },
            },
        },
    })
}

#[derive(Clone, Copy)]
enum Purpose {
    Answers,
    Takes,
    Query,
}

fn generator(purpose: Purpose) -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|it| {
        it.meta_schema = None;
        it.definitions_path = "/components/schemas".into();
        it.inline_subschemas = matches!(purpose, Purpose::Query);
    });
    match purpose {
        Purpose::Answers => settings.for_serialize().into_generator(),
        Purpose::Takes | Purpose::Query => settings.for_deserialize().into_generator(),
    }
}

/// Where one name stands for two shapes, the answer keeps it; a test says when that happens.
fn merged(mut schemas: Schemas) -> Map<String, Value> {
    let mut all = schemas.takes.take_definitions(true);
    all.extend(schemas.answers.take_definitions(true));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_shapes() {
        let mut schemas = Schemas { answers: generator(Purpose::Answers), takes: generator(Purpose::Takes) };
        let answer = schemas.answers.subschema_for::<Answer<'static>>();
        for domain in crate::DOMAINS {
            for door in (domain.routes)().doors() {
                operation(domain.name, door, &mut schemas, &answer);
            }
        }
        let (answers, takes) = (schemas.answers.take_definitions(true), schemas.takes.take_definitions(true));

        for (name, shape) in &takes {
            assert!(answers.get(name).is_none_or(|it| it == shape), "{name}");
        }
    }

    #[test]
    fn every_reference_leads_somewhere_and_every_door_is_described() {
        let document = document();
        let text = document.to_string();

        for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|it| it.split('"').next()) {
            assert!(document.pointer(reference).is_some(), "{reference}");
        }
        let doors: usize = crate::DOMAINS.iter().map(|it| (it.routes)().doors().len()).sum();
        let operations: usize =
            document["paths"].as_object().expect("paths").values().map(|it| it.as_object().expect("path").len()).sum();
        assert_eq!(doors, operations);
    }

    #[test]
    fn operations_have_names_of_their_own() {
        let document = document();
        let paths = document["paths"].as_object().expect("paths").values();
        let mut names: Vec<&str> =
            paths.flat_map(|it| it.as_object().expect("path").values()).filter_map(|it| it["operationId"].as_str()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();

        assert_eq!(names.len(), all);
    }
}
