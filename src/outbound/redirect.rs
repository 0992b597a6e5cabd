//! Where a redirect leads, and what may go there.

use reqwest::{
    Method, Response, StatusCode,
    header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, LOCATION, USER_AGENT},
};
use url::Url;

use super::{
    error::{ForbiddenReason, OutboundError},
    request::OutboundRequest,
};

/// One hop of a call.
pub(super) struct Hop {
    pub request: OutboundRequest,
    pub left_origin: bool,
}

impl Hop {
    pub(super) const fn first(request: OutboundRequest) -> Self {
        Self { request, left_origin: false }
    }

    /// The next hop. Another origin gets nothing but what kind of answer we accept and who we are.
    pub(super) fn redirected(self, url: Url, status: StatusCode) -> Result<Self, OutboundError> {
        let Self { mut request, left_origin } = self;
        if turns_into_get(&mut request.method, &mut request.headers, status) {
            request.body = None;
        }
        let leaves = url.origin() != request.url.origin();
        if leaves {
            request.headers = redirected_headers(&request.headers, request.body.is_some())?;
            request.definition_port = None;
            request.certificate = None;
        }
        request.url = url;
        Ok(Self { request, left_origin: left_origin || leaves })
    }
}

/// As browsers have it: 303 always, 301 and 302 for POST.
pub(super) fn turns_into_get(method: &mut Method, headers: &mut HeaderMap, status: StatusCode) -> bool {
    let turns = match status {
        StatusCode::SEE_OTHER => *method != Method::HEAD,
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND => *method == Method::POST,
        _ => false,
    };
    if turns {
        *method = Method::GET;
        for name in [CONTENT_TYPE, CONTENT_LENGTH] {
            headers.remove(name);
        }
    }
    turns
}

/// What goes to another origin: the headers that tell nothing about the user, and never a body.
pub(super) fn redirected_headers(headers: &HeaderMap, has_body: bool) -> Result<HeaderMap, OutboundError> {
    if has_body {
        return Err(OutboundError::Forbidden(ForbiddenReason::BodyToOtherOrigin));
    }
    let kept = [ACCEPT, USER_AGENT].into_iter();
    Ok(kept.filter_map(|name| headers.get(&name).cloned().map(|value| (name, value))).collect())
}

/// Where a redirect leads; `None` for an answer that is none.
pub(super) fn redirect_target(response: &Response, from: &Url) -> Result<Option<Url>, OutboundError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = response.headers().get(LOCATION) else {
        return Ok(None);
    };
    let location = location.to_str().map_err(|_| OutboundError::BadUrl)?;
    from.join(location).map(Some).map_err(|_| OutboundError::BadUrl)
}
