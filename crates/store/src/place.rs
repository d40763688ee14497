//! Where files are kept, as an operator writes it: a folder, or a bucket of an S3-compatible store. Opens nothing.

use std::path::PathBuf;

use url::Url;

use crate::Fault;

#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    Folder(PathBuf),
    Bucket(Bucket),
}

/// `s3://KEY:SECRET@HOST/BUCKET/PREFIX?region=REGION&tls=off`; letters that addresses do not take are written as %2F and the like.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    pub(crate) endpoint: String,
    pub(crate) key: String,
    pub(crate) secret: String,
    pub(crate) name: String,
    pub(crate) prefix: String,
    pub(crate) region: String,
}

const ADVICE: &str = "write folder:PATH or s3://KEY:SECRET@HOST/BUCKET?region=REGION";

/// For checking a configuration.
pub fn is_usable(address: &str) -> bool {
    Place::read(address).is_ok()
}

impl Place {
    pub fn read(address: &str) -> Result<Place, Fault> {
        if let Some(folder) = address.strip_prefix("folder:").filter(|it| !it.is_empty()) {
            return Ok(Place::Folder(folder.into()));
        }
        let url = Url::parse(address).map_err(|_| Fault::Address(ADVICE))?;
        Bucket::of(&url).filter(|_| url.scheme() == "s3").map(Place::Bucket).ok_or(Fault::Address(ADVICE))
    }
}

impl Bucket {
    fn of(url: &Url) -> Option<Bucket> {
        let parameter = |name: &str| url.query_pairs().find(|it| it.0 == name).map(|it| it.1.into_owned());
        let scheme = if parameter("tls").as_deref() == Some("off") { "http" } else { "https" };
        let port = url.port().map(|it| format!(":{it}")).unwrap_or_default();
        let (name, prefix) = url.path().trim_matches('/').split_once('/').unwrap_or((url.path().trim_matches('/'), ""));
        let bucket = Bucket {
            endpoint: format!("{scheme}://{}{port}", url.host_str()?),
            key: decoded(url.username()),
            secret: decoded(url.password()?),
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            region: parameter("region").unwrap_or_else(|| "us-east-1".to_owned()),
        };
        (!bucket.name.is_empty() && !bucket.key.is_empty() && !bucket.secret.is_empty()).then_some(bucket)
    }
}

impl std::fmt::Debug for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Place::Folder(folder) => write!(formatter, "folder:{}", folder.display()),
            Place::Bucket(it) => write!(formatter, "{}/{}", it.endpoint, it.name),
        }
    }
}

fn decoded(text: &str) -> String {
    // A plus is a plus in the account of an address, but a space in a form.
    let form = format!("it={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(form.as_bytes()).next().map(|it| it.1.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_or_a_bucket() {
        assert_eq!(Place::read("folder:/srv/berkas").unwrap(), Place::Folder("/srv/berkas".into()));
        let Place::Bucket(it) = Place::read("s3://KUNCI:a%2Fb+c@simpan.example:9000/guyub/uji?region=id-1&tls=off").unwrap()
        else {
            panic!("a bucket")
        };
        assert_eq!((it.endpoint.as_str(), it.name.as_str(), it.prefix.as_str()), ("http://simpan.example:9000", "guyub", "uji"));
        assert_eq!((it.key.as_str(), it.secret.as_str(), it.region.as_str()), ("KUNCI", "a/b+c", "id-1"));
    }

    #[test]
    fn what_names_no_place_is_refused_and_secrets_are_not_printed() {
        for wrong in ["", "folder:", "berkas", "s3://simpan.example/guyub", "s3://a:b@simpan.example/", "https://a:b@c/d"] {
            assert!(!is_usable(wrong), "{wrong}");
        }
        assert_eq!(format!("{:?}", Place::read("s3://a:rahasia@c/d").unwrap()), "https://c/d");
    }
}
