## 用户自己的页面

manage-title = 您已连接的账号
manage-to = { $app } 能够以 { $person } 的身份使用的账号。
manage-to-unnamed = { $app } 可以使用的账号。
manage-empty = 尚无账号连接到 { $app }。
manage-attention-count = 有 { $count } 个账号需要您处理。
manage-works = 正常
manage-unchecked = 尚未检查
manage-awaited = 正在等待 { $service }
manage-attention = 需要您处理
manage-since = { $since }连接，尚未使用。
manage-since-used = { $since }连接，上次使用：{ $used }。
manage-granted = 已授予的访问权限
manage-reconnect = 重新连接
manage-reconnect-name = 重新连接 { $name }
manage-rename = 重命名
manage-rename-name = 重命名 { $name }
manage-disconnect = 断开连接
manage-disconnect-name = 断开连接：{ $name }
manage-connect-first = 连接账号
manage-back = 返回您的账号

manage-rename-title = 为您的 { $service } 账号命名
manage-name = 名称
manage-name-hint = 便于您辨认的名称，例如“客服团队”。留空则使用服务的名称。
manage-name-long = 名称最多 { $max } 个字符。请缩短。
manage-save = 保存
manage-saving = 正在保存…

manage-disconnect-title = 要断开您的 { $service } 账号吗？
manage-disconnect-text = { $app } 将无法再使用此账号，它存储的登录信息也会被删除。
manage-disconnect-service = 如果 { $service } 支持，我们也会请求它终止访问。您在 { $service } 的账号本身不受影响。
manage-disconnecting = 正在请求 { $service }…
manage-keep = 保持连接
manage-receipt-title = { $service } 已断开连接
manage-receipt-here = { $app } 已无法使用此账号。为登录该账号而存储的信息已删除。
manage-receipt-revoked = { $service } 已确认同时终止了访问权限。
manage-receipt-partly = { $service } 已终止部分访问权限，其余部分将在到期后自动失效。为保险起见，您可以自行在那里终止。
manage-receipt-not-offered = { $service } 未提供由我们终止访问的途径。如果您提供过密钥或密码，请在那里将其删除或更改。
manage-receipt-failed = 我们也请求了 { $service } 终止访问，但未得到确认。您可以自行在那里终止。
manage-receipt-link = 前往 { $service }
