"""Parties, customers, sites, areas, contacts."""
from parts.base import (DISTRICTS, STREETS, Table, address, credit_code, day,
                        person, phone, rnd)

party = Table("party", "单位名称", "简称", "角色", "统一社会信用代码",
              "法律形式", "成立日期", "注册资本", "经营范围", "地址", "联系人",
              "联系电话", "保安服务许可证编号", "许可证发证日期",
              "社会保险登记号", "备注")
customer = Table("customer", "客户编号", "用户单位名称", "类别", "单位", "地址",
                 "用户主管部门名称", "主管负责人", "联系电话",
                 "治安保卫重点单位类别", "重点单位认定文件", "涉密单位")
site = Table("site", "场所编号", "场所名称", "用户单位", "场景", "区域级别",
             "地址", "经度", "纬度", "响应片区", "属地派出所", "场所电话",
             "进场说明")
contact = Table("contact", "姓名", "用户单位", "服务场所", "角色", "电话",
                "呼叫顺序", "可联系时段", "口令", "胁迫口令")
area = Table("area", "区域编号", "区域名称", "服务场所", "区域级别", "楼层")

# category, how many, names, key unit kind, areas (name, level, floor), sites
# per customer in turn
KINDS = [
    ("银行", 8, ["云澜农村商业银行", "潮生村镇银行", "丰禾信用社", "澜湾银行"],
     "电信、邮政、金融",
     [("营业厅", "一般区域", "1层"), ("现金区", "关键区域", "1层"),
      ("金库", "关键区域", "地下1层"), ("监控室", "关键区域", "2层")], [5]),
    ("学校", 12, ["第一中学", "第三中学", "实验小学", "职业学院", "外国语学校"],
     "教育、科研、医疗、文体场所",
     [("校门", "一般区域", "1层"), ("教学楼", "一般区域", "1层"),
      ("实验楼危化品室", "关键区域", "1层"), ("监控室", "关键区域", "1层")], [1]),
    ("医院", 6, ["人民医院", "中医院", "妇幼保健院"],
     "教育、科研、医疗、文体场所",
     [("门诊大厅", "一般区域", "1层"), ("药库", "关键区域", "地下1层"),
      ("收费处", "关键区域", "1层"), ("监控室", "关键区域", "1层")], [1]),
    ("机关", 10, ["档案馆", "政务服务中心", "水务局", "图书馆", "博物馆"],
     "博物馆、档案馆、文物",
     [("大厅", "一般区域", "1层"), ("库房", "关键区域", "地下1层"),
      ("机房", "关键区域", "3层")], [1]),
    ("企业", 24, ["精密机械", "生物制药", "新材料", "食品", "电子元件", "物流",
                 "纺织", "化工"], None,
     [("厂区周界", "一般区域", "室外"), ("财务室", "关键区域", "3层"),
      ("成品库", "关键区域", "1层"), ("门卫室", "一般区域", "1层")], [2, 1, 1]),
    ("园区", 8, ["软件园", "物流园", "创业园", "生态园"], None,
     [("主出入口", "一般区域", "室外"), ("地下车库", "一般区域", "地下1层"),
      ("监控中心", "关键区域", "1层")], [1]),
    ("楼宇", 10, ["国际大厦", "商务中心", "金融广场", "双子楼"], None,
     [("大堂", "一般区域", "1层"), ("地下车库", "一般区域", "地下2层"),
      ("消防监控室", "关键区域", "1层")], [1]),
    ("场馆", 4, ["体育馆", "会展中心", "大剧院"],
     "教育、科研、医疗、文体场所",
     [("入口", "一般区域", "1层"), ("看台", "一般区域", "2层"),
      ("控制室", "关键区域", "3层")], [1]),
    ("商业网点", 12, ["珠宝行", "连锁超市", "药店", "数码城"], None,
     [("营业区", "一般区域", "1层"), ("收银台", "关键区域", "1层"),
      ("库房", "一般区域", "1层")], [2, 2, 2, 2, 2, 1]),
    ("住宅", 6, ["花园小区", "临江苑", "松岗家园"], None,
     [("小区大门", "一般区域", "室外"), ("单元门", "一般区域", "1层"),
      ("物业监控室", "关键区域", "1层")], [1]),
]
SITE_KIND = {"银行": "银行网点", "机关": "其他", "住宅": "住宅小区"}
PLACES = ["总部", "城东", "城西", "城南", "城北", "新区", "临江", "西郊"]

sites = []  # (row, category, areas as rows, key unit?)


def degrees(millionths):
    return f"{millionths // 10**6}.{millionths % 10**6:06d}"


def make_parties():
    party.add(单位名称="云澜安防运维有限公司（演示）", 简称="云澜安防",
              角色="服务机构", 统一社会信用代码=credit_code(1),
              法律形式="有限责任公司", 成立日期=day(-4300), 注册资本="5000000",
              经营范围="安全技术防范系统设计、施工、维修；保安服务（安全技术防范）",
              地址=address("青屏区"), 联系人=person(), 联系电话=phone(1),
              保安服务许可证编号="云公保服演示0001号", 许可证发证日期=day(-3900),
              社会保险登记号="YS99000001", 备注="演示数据")
    for n, (name, role, form) in enumerate([
            ("云澜市公安局（演示）", "公安机关", "机关"),
            ("云澜市安全防范行业协会（演示）", "协会", "社会团体"),
            ("澜信评价中心（演示）", "评价机构", "事业单位")]):
        party.add(单位名称=name, 角色=role, 统一社会信用代码=credit_code(2 + n),
                  法律形式=form, 地址=address("望江区"), 联系电话=phone(2 + n),
                  备注="演示数据")


def make_sites(row, kind, number, areas, key):
    for place in rnd.sample(PLACES[1:], number - 1) + ["总部"]:
        district = rnd.choice(DISTRICTS)
        n = len(site.rows) + 1
        short = row["用户单位名称"].replace("有限公司", "")
        s = site.add(场所编号="YS-CS-%04d" % n,
                     场所名称=short + (place if number > 1 else ""),
                     用户单位=row["客户编号"], 场景=SITE_KIND.get(kind, kind),
                     区域级别="关键区域" if key else "一般区域",
                     地址=address(district),
                     经度=degrees(123000000 + rnd.randint(-90000, 90000)),
                     纬度=degrees(30000000 + rnd.randint(-90000, 90000)),
                     响应片区=district.replace("区", "片区"),
                     属地派出所="%s派出所" % rnd.choice(STREETS)[:2],
                     场所电话=phone(2000 + n),
                     进场说明=rnd.choice([
                         "门卫登记后由陪同人引导", "工作日 9:00-17:00 可进场",
                         "夜间进场须提前两小时联系安保负责人", ""]))
        made = [area.add(区域编号="YS-QY-%04d" % (len(area.rows) + 1),
                         区域名称=a, 服务场所=s["场所编号"], 区域级别=level,
                         楼层=floor) for a, level, floor in areas]
        sites.append((s, kind, made, key))


def make_customers():
    for kind, count, names, key_kind, areas, spread in KINDS:
        for i in range(count):
            n = len(customer.rows) + 1
            where = DISTRICTS[(i // len(names)) % 5].replace("区", "")
            name = where + names[i % len(names)]
            if kind in ("企业",):
                name += "有限公司"
            key = key_kind is not None and i % 3 != 2
            code = credit_code(100 + n) if n % 4 == 0 else None
            if code:
                party.add(单位名称=name, 角色="用户单位", 统一社会信用代码=code,
                          法律形式="有限责任公司" if kind == "企业" else "其他",
                          备注="演示数据")
            row = customer.add(
                客户编号="YS-KH-%04d" % n, 用户单位名称=name, 类别=kind,
                单位=name if code else "", 地址=address(rnd.choice(DISTRICTS)),
                用户主管部门名称=rnd.choice(["保卫处", "行政部", "物业部",
                                             "安全保卫科"]),
                主管负责人=person(), 联系电话=phone(1000 + n),
                治安保卫重点单位类别=key_kind if key else "非重点单位",
                重点单位认定文件="云政演〔认定〕第%02d号" % n if key else "",
                涉密单位="是" if kind == "机关" and i == 0 else "否")
            make_sites(row, kind, spread[i % len(spread)], areas, key)


WORDS = ["青松", "白鹭", "南山", "晨光", "红叶", "秋水", "长桥", "明月", "远帆",
         "石榴", "春泥", "木桥"]


def make_contacts():
    for n, row in enumerate(customer.rows):
        contact.add(姓名=row["主管负责人"], 用户单位=row["客户编号"],
                    角色="安保负责人", 电话=row["联系电话"], 呼叫顺序="2",
                    可联系时段="周一至周五 08:00-18:00")
    for n, (s, kind, _, _) in enumerate(sites):
        word, duress = rnd.sample(WORDS, 2)
        contact.add(姓名=person(), 用户单位=s["用户单位"],
                    服务场所=s["场所编号"], 角色="钥匙持有人",
                    电话=phone(3000 + n), 呼叫顺序="1",
                    口令=word if n % 3 == 0 else "",
                    胁迫口令=duress if n % 3 == 0 else "")
