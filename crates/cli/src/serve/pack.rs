//! Compresses answers, each file once.
//!
//! WHY not anew for each visit: a site's WebAssembly takes longer to compress than to send, and a server that does so
//! each time measures the machine and not the site. Files are compressed when they are first asked for, and kept in
//! memory under the tag of their bytes, so that a site which is built again is served as it is then.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, RANGE, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use brotli::enc::BrotliEncoderParams;
use flate2::write::GzEncoder;

/// Smaller bodies are sent as they are: they hardly become smaller.
const LEAST: usize = 200;
/// How much compressed content is kept, in bytes; what no longer fits is compressed again.
const KEPT: usize = 256 << 20;
/// From how many bytes on brotli tries less hard: it would take minutes.
const LARGE: usize = 4 << 20;

/// How hard brotli tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// As hard as a visitor may be let wait for it.
    Quick,
    /// As hard as a host that compresses its files before anyone asks.
    Best,
}

impl Effort {
    /// Of 11. The last two steps take twenty times as long for a tenth of an app's size.
    fn quality(self, bytes: usize) -> i32 {
        match (self, bytes < LARGE) {
            (Self::Quick, true) | (Self::Best, false) => 9,
            (Self::Quick, false) => 5,
            (Self::Best, true) => 11,
        }
    }
}

/// A content coding, better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The best coding that a reader takes, if any (RFC 9110, 12.5.3).
    fn accepted(headers: &HeaderMap) -> Option<Self> {
        let lists = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        let takes = lists.flat_map(|list| list.split(',')).map(|part| {
            let (name, weight) = part.split_once(';').unwrap_or((part, ""));
            let weight = weight.trim().strip_prefix("q=").map_or(Some(1.0), |weight| weight.trim().parse::<f32>().ok());
            (name.trim().to_ascii_lowercase(), weight.is_some_and(|weight| weight > 0.0))
        });
        let takes: Vec<(String, bool)> = takes.collect();
        let accepts = |coding: &Self| {
            let named = takes.iter().find(|(name, _)| name == coding.name());
            named.or_else(|| takes.iter().find(|(name, _)| name == "*")).is_some_and(|(_, accepted)| *accepted)
        };
        [Self::Brotli, Self::Gzip].into_iter().find(accepts)
    }

    fn pack(self, bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let mut packed = Vec::new();
                let quality = effort.quality(bytes.len());
                let parameters = BrotliEncoderParams { quality, ..BrotliEncoderParams::default() };
                brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
                Ok(packed)
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
        }
    }
}

/// What was compressed, by path, coding and the tag of the bytes.
#[derive(Debug, Clone)]
pub(super) struct Packed {
    shelf: Arc<Mutex<Shelf>>,
    effort: Effort,
}

#[derive(Debug, Default)]
struct Shelf {
    files: HashMap<(String, Coding), (HeaderValue, Bytes)>,
    size: usize,
}

impl Packed {
    /// Nothing yet.
    pub(super) fn with(effort: Effort) -> Self {
        Self { shelf: Arc::default(), effort }
    }

    fn get(&self, key: &(String, Coding), tag: &HeaderValue) -> Option<Bytes> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.files.get(key).filter(|(known, _)| known == tag).map(|(_, bytes)| bytes.clone())
    }

    fn keep(&self, key: (String, Coding), tag: HeaderValue, bytes: Bytes) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.size + bytes.len() > KEPT {
            *shelf = Shelf::default();
        }
        shelf.size += bytes.len();
        if let Some((_, old)) = shelf.files.insert(key, (tag, bytes)) {
            shelf.size = shelf.size.saturating_sub(old.len());
        }
    }
}

/// Compresses what may be compressed, for those who take it.
pub(super) async fn pack(State(packed): State<Packed>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let whole = request.method() == Method::GET && !request.headers().contains_key(RANGE);
    let coding = Coding::accepted(request.headers());
    let mut response = next.run(request).await;
    if !is_text(response.headers()) || response.headers().contains_key(CONTENT_ENCODING) {
        return response;
    }
    response.headers_mut().append(VARY, HeaderValue::from_static("accept-encoding"));
    let sent = matches!(response.status(), StatusCode::OK | StatusCode::NOT_FOUND);
    let Some(coding) = coding.filter(|_| whole && sent) else { return response };
    let (mut parts, body) = response.into_parts();
    // A page for unknown addresses answers for many paths; what has no tag is not kept.
    let tag = parts.headers.get(ETAG).cloned();
    let key = (path, coding);
    let known = tag.as_ref().and_then(|tag| packed.get(&key, tag));
    let bytes = match known {
        Some(bytes) => bytes,
        None => {
            let Ok(plain) = to_bytes(body, usize::MAX).await else {
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            };
            if plain.len() < LEAST {
                return Response::from_parts(parts, Body::from(plain));
            }
            // Kept where it is made: who asked may have gone until then, and the next one asks for the same.
            let (work, kept) = (plain.clone(), tag.clone());
            let done = tokio::task::spawn_blocking(move || {
                let bytes = Bytes::from(coding.pack(&work, packed.effort)?);
                if let Some(tag) = kept {
                    packed.keep(key, tag, bytes.clone());
                }
                Ok::<_, io::Error>(bytes)
            });
            let Ok(Ok(bytes)) = done.await else { return Response::from_parts(parts, Body::from(plain)) };
            bytes
        }
    };
    parts.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    parts.headers.remove(ACCEPT_RANGES);
    // A strong tag promises the same bytes, which these are not.
    let weak = tag.and_then(|tag| HeaderValue::from_str(&format!("W/{}", tag.to_str().ok()?)).ok());
    if let Some(weak) = weak {
        parts.headers.insert(ETAG, weak);
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Whether content is of a kind that becomes smaller.
fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    // A stream of events has no end that one could wait for.
    kind.starts_with("text/") && kind != "text/event-stream"
        || matches!(kind, "application/wasm" | "application/json" | "application/xml" | "image/svg+xml")
        || matches!(kind, "application/javascript" | "application/manifest+json" | "application/octet-stream")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &str) -> Option<&'static str> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_str(value).unwrap());
        Coding::accepted(&headers).map(Coding::name)
    }

    #[test]
    fn the_best_coding_that_is_taken_is_given() {
        for (value, coding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("GZIP;q=0.5", Some("gzip")),
            ("br;q=0, gzip", Some("gzip")),
            ("*", Some("br")),
            ("*;q=0", None),
            ("br; q=0.0, *", Some("gzip")),
            ("identity", None),
            ("deflate", None),
            ("", None),
            ("br;q=viel", None),
        ] {
            assert_eq!(accepted(value), coding, "{value}");
        }
        assert_eq!(Coding::accepted(&HeaderMap::new()), None);
    }

    #[test]
    fn what_does_not_fit_makes_room() {
        let packed = Packed::with(Effort::Quick);
        let tag = HeaderValue::from_static("\"a\"");
        let key = |name: &str| (name.to_owned(), Coding::Gzip);
        packed.keep(key("a"), tag.clone(), Bytes::from(vec![0; KEPT - 1]));
        assert!(packed.get(&key("a"), &tag).is_some());
        assert!(packed.get(&key("a"), &HeaderValue::from_static("\"b\"")).is_none(), "other bytes");
        packed.keep(key("b"), tag.clone(), Bytes::from_static(b"xx"));
        assert!(packed.get(&key("a"), &tag).is_none() && packed.get(&key("b"), &tag).is_some());
    }
}
