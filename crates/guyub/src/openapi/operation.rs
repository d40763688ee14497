//! One door as an operation of the API: what is in its address, what it takes, what it answers, who may knock.

use kernel::web::{Access, Door};
use schemars::Schema;
use serde_json::{Value, json};

use super::{Purpose, Schemas, generator};

pub(super) fn operation(domain: &str, door: &Door, schemas: &mut Schemas, answer: &Schema) -> Value {
    let mut operation = json!({
        "operationId": name(door),
        "tags": [domain],
        "security": security(domain, door),
        "responses": { "200": answers(door, schemas, answer), "default": { "$ref": "#/components/responses/Failure" } },
    });
    let mut parameters = path_parameters(door.path);
    match (door.method, door.takes) {
        ("GET", Some(takes)) => parameters.extend(query_parameters(&takes(&mut generator(Purpose::Query)))),
        (_, Some(takes)) => operation["requestBody"] = body(door, Some(takes(&mut schemas.takes))),
        (_, None) if door.is_upload => operation["requestBody"] = body(door, None),
        (_, None) => {}
    }
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    operation
}

/// `POST /kegiatan/{id}/pendaftaran` is `post_kegiatan_id_pendaftaran`.
fn name(door: &Door) -> String {
    let words = door.path.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    [door.method.to_lowercase().as_str()].into_iter().chain(words).collect::<Vec<_>>().join("_")
}

/// An empty requirement says that nothing need be shown.
fn security(domain: &str, door: &Door) -> Value {
    let scope = format!("{domain}:{}", if door.method == "GET" { "read" } else { "write" });
    match door.access {
        Access::Anyone => json!([{}, { "cookie": [] }, { "bearer": [scope] }]),
        Access::SignedIn => json!([{ "cookie": [] }, { "bearer": [scope] }]),
    }
}

fn path_parameters(path: &str) -> Vec<Value> {
    let names = path.split('{').skip(1).filter_map(|it| it.split('}').next()).map(|it| it.trim_start_matches('*'));
    names.map(|it| json!({ "name": it, "in": "path", "required": true, "schema": { "type": "string" } })).collect()
}

fn query_parameters(schema: &Schema) -> Vec<Value> {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return Vec::new() };
    let parameter = |(name, schema): (&String, &Value)| {
        let mut schema = schema.clone();
        let description = schema.as_object_mut().and_then(|it| it.remove("description"));
        let mut parameter = json!({ "name": name, "in": "query", "schema": schema });
        if let Some(description) = description {
            parameter["description"] = description;
        }
        parameter
    };
    properties.iter().map(parameter).collect()
}

fn body(door: &Door, fields: Option<Schema>) -> Value {
    let fields = fields.map_or_else(|| json!({ "type": "object" }), Schema::to_value);
    let content = if door.is_upload {
        let file = json!({ "type": "object", "properties": { "file": { "type": "string", "contentMediaType": "text/csv" } }, "required": ["file"] });
        json!({ "multipart/form-data": { "schema": { "allOf": [file, fields] } } })
    } else {
        json!({ "application/json": { "schema": fields }, "application/x-www-form-urlencoded": { "schema": fields } })
    };
    json!({ "required": true, "content": content })
}

fn answers(door: &Door, schemas: &mut Schemas, answer: &Schema) -> Value {
    match (door.answers, door.method) {
        (Some(answers), _) => {
            json!({ "description": "The page.", "content": { "application/json": { "schema": answers(&mut schemas.answers) } } })
        }
        (None, "GET") => json!({ "description": "A file, a feed or a picture.", "content": { "*/*": { "schema": true } } }),
        (None, _) => json!({ "description": "Done.", "content": { "application/json": { "schema": answer } } }),
    }
}
