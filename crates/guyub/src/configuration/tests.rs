//! Reading, checking and showing the configuration.

use super::*;

fn read_with(file: Option<&str>, variables: &[(&str, &str)]) -> Done<Configuration> {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("guyub.toml");
    if let Some(text) = file {
        std::fs::write(&path, text).expect("file");
    }
    let environment = |name: &str| variables.iter().find(|it| it.0 == name).map(|it| it.1.to_owned());
    read(file.map(|_| path.as_path()), &environment)
}

fn refusal(file: &str) -> String {
    read_with(Some(file), &[]).expect_err("refused").to_string()
}

#[test]
fn without_file_and_environment_everything_has_a_default() {
    let it = read_with(None, &[]).expect("defaults");

    assert_eq!(it.settings.database_url, "sqlite:guyub-data/guyub.db");
    assert_eq!(it.settings.base_url, "http://127.0.0.1:8080");
    assert_eq!(it.settings.mail_url, "folder:guyub-data/mail");
    assert_eq!(it.base_url, BaseUrl::FollowsListen);
    assert!(it.settings.metrics_listen.is_empty());
}

#[test]
fn the_environment_overrules_the_file_unless_it_is_empty() {
    let file = "listen = \"0.0.0.0:80\"\nlog_format = \"json\"\nmost_connections = 100\n";
    let it = read_with(Some(file), &[("GUYUB_LISTEN", "[::]:9000"), ("GUYUB_LOG_FORMAT", " ")]).expect("both");

    assert_eq!((it.settings.listen.as_str(), it.settings.base_url.as_str()), ("[::]:9000", "http://localhost:9000"));
    assert_eq!((it.log_format, it.most_connections), (LogFormat::Json, 100));
}

#[test]
fn the_file_of_the_data_folder_is_found() {
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("guyub.toml"), "base_url = \"https://guyub.example/\"\n").expect("file");
    let path = folder.path().to_str().expect("UTF-8").to_owned();

    let it = read(None, &|name| (name == "GUYUB_DATA").then(|| path.clone())).expect("found");

    assert_eq!((it.settings.base_url.as_str(), it.base_url), ("https://guyub.example", BaseUrl::Set));
    assert_eq!(it.settings.data, folder.path());
}

#[test]
fn an_unknown_key_is_refused_with_the_name_that_was_meant() {
    assert!(refusal("lisen = \"a:1\"").contains("there is no key `lisen`; did you mean `listen`?"));
    assert!(!refusal("colour = \"red\"").contains("did you mean"));
    assert!(refusal("listen = true").contains("must be a text or a number"));
    assert!(refusal("listen").contains("guyub.toml"));
}

#[test]
fn values_that_cannot_work_are_refused_with_advice_and_without_the_password() {
    for (file, words) in [
        ("listen = \"8080\"", "write HOST:PORT"),
        ("database_url = \"mysql://a:geheim@b/c\"", "`mysql://a:***@b/c`"),
        ("base_url = \"https://contoh.go.id/guyub\"", "without a path"),
        ("base_url = \"ftp://contoh.go.id\"", "write https://HOST"),
        ("mail_url = \"pigeon:coop\"", "write smtp://"),
        ("mail_from = \"nobody\"", "write Name <"),
        ("trusted_proxies = \"10.0.0.2, proxy\"", "write IP addresses"),
        ("log_format = \"xml\"", "write text or json"),
        ("most_connections = 2", "a number from 8"),
    ] {
        let refusal = refusal(file);
        assert!(refusal.contains(words), "{file}: {refusal}");
        assert!(!refusal.contains("geheim"), "{refusal}");
    }
}

#[test]
fn the_list_names_every_key_and_hides_every_password() {
    let file = "database_url = \"postgres://guyub:ge%40he:im@db/guyub?password=geheim2\"\nmail_url = \"smtps://a:geheim3@mail.example\"\n";

    let text = print(&read_with(Some(file), &[("GUYUB_LISTEN", "127.0.0.1:9")]).expect("read"));

    assert!(KEYS.iter().all(|it| text.contains(it.name) && text.contains(it.environment) && text.contains(it.meaning)));
    assert!(text.contains("postgres://guyub:***@db/guyub?password=***"), "{text}");
    assert!(!text.contains("he:im") && !text.contains("geheim"), "{text}");
    assert!(text.contains("now: from GUYUB_LISTEN\nlisten = \"127.0.0.1:9\""), "{text}");
}

#[test]
fn misspelt_variables_are_noticed() {
    let names = ["GUYUB_LISTN", "GUYUB_DATA", "GUYUB_TEST_POSTGRES", "PATH"].map(str::to_owned);

    assert_eq!(stray_variables(names.into_iter()), [("GUYUB_LISTN".to_owned(), "GUYUB_LISTEN")]);
}
