link-expired-title = 此链接已过期
link-expired-text = 链接只在限定时间内有效，现已到期。请向发送者索取新链接。
link-revoked-title = 此链接已被撤回
link-revoked-text = 发送者已撤回此链接。如果您仍想连接账号，请向其索取新链接。
link-used-title = 此链接已使用
link-used-text = 此链接用于连接一个账号，连接已经完成。如果不是您本人操作，请告知链接的发送者。
