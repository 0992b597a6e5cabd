link-expired-title = Deze link is verlopen
link-expired-text = De link was beperkte tijd geldig en die tijd is voorbij. Vraag de afzender om een nieuwe.
link-revoked-title = Deze link is ingetrokken
link-revoked-text = De afzender heeft de link ingetrokken. Vraag om een nieuwe als je je account nog wilt koppelen.
link-used-title = Deze link is al gebruikt
link-used-text = Met de link kon één account worden gekoppeld, en dat is gebeurd. Als jij dat niet was, laat het dan weten aan de afzender van de link.
