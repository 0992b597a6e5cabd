//! E-mail addresses, as definitions mean them.

/// Whether the text is an address: local part without leading, trailing or doubled dots, and a domain of labels.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    is_local(local) && is_domain(domain) && !text.contains("..")
}

fn is_local(local: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_'+-.".contains(&byte);
    let last = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte);
    local.bytes().all(allowed) && !local.starts_with('.') && local.bytes().last().is_some_and(last)
}

fn is_domain(domain: &str) -> bool {
    let Some((labels, top)) = domain.rsplit_once('.') else { return false };
    let is_label = |label: &str| {
        label.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic()) && labels.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn addresses() {
        for good in ["a@b.co", "alice+x@mail.acme.com", "o'neil@acme.com"] {
            assert!(is_email(good), "{good}");
        }
        for bad in
            ["", "a", "@b.co", "a@b", ".a@b.co", "a.@b.co", "a..b@c.co", "a@-b.co", "a@b.c", "a@b@c.co"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
