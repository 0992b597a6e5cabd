## 粘贴的值实际上是什么

hint-if-meant = 如果确认无误，请再次输入并重新提交。
hint-whole-header = 您粘贴了整个请求头。请只输入密钥本身，去掉前面的“Bearer”等内容。
hint-assignment = 您粘贴了配置文件中的一整行。请只输入等号后面的内容。
hint-other-service = 这看起来是 { $name } 的密钥，而不是 { $service } 的。请复制 { $service } 的密钥。
hint-wrong-kind = 这是另一种密钥。{ $service } 需要以 { $name } 开头的密钥。
hint-publishable-key = 这是可以公开的密钥，不能在此使用。请复制以 { $name } 开头的私密密钥。
hint-test-key = 这是测试密钥，只能访问测试数据。
hint-key-name = 这是密钥的名称，而不是密钥本身。请复制它的值。
hint-webhook-secret = 此密钥用于验证 Webhook。请改为复制 API 密钥。
hint-password-not-token = 这看起来是密码。{ $service } 需要的是您在其中创建的令牌。

## 服务拒绝的含义

hint-token-unknown = 已连接到 { $service }，但那里没有此“{ $label }”的记录。请检查是否已完整复制，以及它是否已在那里被删除。
hint-pair-unknown = 已连接到 { $service }，但这些信息彼此不匹配。请检查密钥是否来自同一账号，以及是否已完整复制。
hint-address-unknown = { $service } 在此地址没有账号。请检查地址的这一部分。
hint-token-expired = 此“{ $label }”已过期。请在 { $service } 中新建一个。
hint-token-revoked = 此“{ $label }”已在 { $service } 中被撤销或停用。请在那里新建一个。
hint-scope-missing = 此“{ $label }”在 { $service } 中有效，但权限不足。请为它授予指南中列出的权限，或新建一个具有这些权限的。
hint-wrong-region = { $service } 在您选择的区域中找不到此“{ $label }”。请选择您账号所在的区域。
hint-token-access-off = 您的 { $service } 账号已停用这种登录方式。账号管理员可以启用它。
hint-account-inactive = { $service } 表示此账号未激活，或其套餐不包含 API 访问。请登录那里查看原因。
hint-address-not-listed = { $service } 只允许来自账号所列地址的调用。账号管理员可以扩充该列表。
hint-single-sign-on = 您的组织要求使用单点登录。请在 { $service } 中打开此“{ $label }”，并授权其用于该组织。
hint-locked-out = 由于尝试次数过多，{ $service } 拒绝了此次登录。请先在其自己的页面上登录一次，然后回到这里重试。
